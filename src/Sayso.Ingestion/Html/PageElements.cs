using AngleSharp.Dom;
using Sayso.Ingestion.Metadata;

namespace Sayso.Ingestion.Html;

/// <summary>
/// The elements of a page that say what it is, found in one walk over its tree and each kind in the order of the document. A
/// selector would walk the whole tree for each question. The lists tell of the page as it was then.
/// </summary>
internal sealed class PageElements
{
    private const int TopParagraphs = 40;

    private readonly List<IElement> _headings = [];
    private readonly List<IElement> _times = [];
    private readonly List<IElement> _metas = [];
    private readonly List<IElement> _links = [];
    private readonly List<IElement> _scripts = [];
    private readonly List<IElement> _classed = [];
    private readonly List<IElement> _properties = [];
    private readonly List<IElement> _related = [];
    private readonly Lazy<string?> _title;
    private readonly Lazy<IReadOnlyList<string>> _top;

    /// <summary>Walks through a page.</summary>
    public PageElements(IDocument page)
    {
        Page = page;
        _title = new(() => page.Title);
        _top = new(() => page.Body is { } body ? [.. Paragraphs.Of(body).Take(TopParagraphs).Select(p => p.Text)] : []);
        foreach (var step in TreeWalk.Of(page))
        {
            Depth = Math.Max(Depth, step.Depth);
            if (!step.IsLeaving && step.Node is IElement element)
            {
                Add(element);
            }
        }
    }

    /// <summary>The page.</summary>
    public IDocument Page { get; }

    /// <summary>How many elements stand inside each other at most.</summary>
    public int Depth { get; }

    /// <summary>What its <c>title</c> says.</summary>
    public string? Title => _title.Value;

    /// <summary>Its first paragraphs, as long as it is not changed before they are first asked for.</summary>
    public IReadOnlyList<string> Top => _top.Value;

    /// <summary><c>h1</c>, <c>h2</c> and <c>h3</c>.</summary>
    public IReadOnlyList<IElement> Headings => _headings;

    /// <summary><c>h1</c>.</summary>
    public IEnumerable<IElement> MainHeadings => _headings.Where(heading => heading.LocalName == "h1");

    /// <summary><c>time</c>.</summary>
    public IReadOnlyList<IElement> Times => _times;

    /// <summary><c>meta</c>.</summary>
    public IReadOnlyList<IElement> Metas => _metas;

    /// <summary><c>link</c>.</summary>
    public IReadOnlyList<IElement> Links => _links;

    /// <summary><c>script</c>.</summary>
    public IReadOnlyList<IElement> Scripts => _scripts;

    /// <summary>Elements that have a <c>class</c>.</summary>
    public IReadOnlyList<IElement> Classed => _classed;

    /// <summary>Elements whose <c>itemprop</c> is this.</summary>
    public IEnumerable<IElement> Properties(string name) => _properties.Where(element => element.GetAttribute("itemprop") == name);

    /// <summary>Elements whose <c>rel</c> is this.</summary>
    public IEnumerable<IElement> Related(string name) => _related.Where(element => element.GetAttribute("rel") == name);

    /// <summary>Whether an element stands in one that fulfils a condition.</summary>
    public static bool IsWithin(IElement element, Func<IElement, bool> condition)
    {
        for (var around = element.ParentElement; around is not null; around = around.ParentElement)
        {
            if (condition(around))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(IElement element)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3":
                _headings.Add(element);
                break;
            case "time":
                _times.Add(element);
                break;
            case "meta":
                _metas.Add(element);
                break;
            case "link":
                _links.Add(element);
                break;
            case "script":
                _scripts.Add(element);
                break;
            default:
                break;
        }

        // By index: asking for an attribute by its name searches them all, once for each name.
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            switch (attributes[i]?.LocalName)
            {
                case "class":
                    _classed.Add(element);
                    break;
                case "itemprop":
                    _properties.Add(element);
                    break;
                case "rel":
                    _related.Add(element);
                    break;
                default:
                    break;
            }
        }
    }
}
