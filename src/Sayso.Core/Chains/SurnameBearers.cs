namespace Sayso.Core.Chains;

/// <summary>Who bear one surname, each once, in the order in which the text names them.</summary>
internal sealed class SurnameBearers
{
    private readonly HashSet<NamedEntity> _all = [];
    private readonly List<NamedEntity> _inOrder = [];

    public int Count => _inOrder.Count;

    public IReadOnlyList<NamedEntity> InOrder => _inOrder;

    public bool Contains(NamedEntity entity) => _all.Contains(entity);

    public void Add(NamedEntity entity)
    {
        if (_all.Add(entity))
        {
            _inOrder.Add(entity);
        }
    }
}
