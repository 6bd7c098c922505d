using System.Text;
using Sayso.Ingestion.Metadata;

namespace Sayso.Ingestion.Office;

/// <summary>Gathers the paragraphs of a text document; one may stand in another, as a text box does.</summary>
internal sealed class OfficeLines
{
    private readonly Stack<StringBuilder> _open = new();
    private readonly List<string> _lines = [];

    /// <summary>The paragraphs that are closed, empty ones left out.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>The first paragraph that is marked as the title, else as the first heading of the highest level.</summary>
    public string? Title { get; private set; }

    /// <summary>Begins a paragraph.</summary>
    public void Begin() => _open.Push(new StringBuilder());

    /// <summary>Writes into the paragraph that was begun last; text outside any is none of the author's.</summary>
    public void Write(string text)
    {
        if (_open.TryPeek(out var paragraph))
        {
            paragraph.Append(text);
        }
    }

    /// <summary>Ends it.</summary>
    public void End(bool isTitle)
    {
        var text = PageText.Collapse(_open.Pop().ToString()).Trim('\u00A0', ' ');
        if (text.Length > 0)
        {
            _lines.Add(text);
            Title ??= isTitle ? text : null;
        }
    }
}
