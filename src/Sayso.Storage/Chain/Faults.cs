using Sayso.Core.Errors;

namespace Sayso.Storage.Chain;

/// <summary>What a verification finds.</summary>
internal sealed class Faults(CancellationToken cancellationToken)
{
    /// <summary>More are not listed: the first is what matters.</summary>
    private const int Most = 100;

    private readonly List<string> _found = [];

    /// <summary>What was found, in order.</summary>
    public IReadOnlyList<string> Found => _found;

    /// <summary>Adds one.</summary>
    public void Add(string fault)
    {
        if (_found.Count < Most)
        {
            _found.Add(fault);
        }
    }

    /// <summary>Runs a check; that it cannot be run to its end for damage is what it finds.</summary>
    public void Try(string what, Action check)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            check();
        }
        catch (SaysoException e) when (e.Problem.Code is ProblemCodes.LedgerDamaged or ProblemCodes.NotALedger)
        {
            Add($"{what}: {e.InnerException?.Message ?? e.Message}");
        }
    }

    /// <summary>Adds all of others.</summary>
    public Faults With(Faults others)
    {
        others._found.ForEach(Add);
        return this;
    }
}
