using NodaTime.Text;
using Sayso.Core.Analysis;
using Sayso.Core.Attributions;
using Sayso.Core.Changes;
using Sayso.Core.Claims;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Tests.Attributions;
using Sayso.Core.Tests.Claims;

namespace Sayso.Core.Tests.Analysis;

/// <summary>A small ledger of invented articles: each is an outlet, a day, a text, and its attributions by their words.</summary>
internal sealed class MadeLedger
{
    private readonly List<(Document Document, IReadOnlyList<Statement> Statements)> _articles = [];

    /// <summary>Adds an article; its id is its number.</summary>
    /// <param name="outlet">The outlet.</param>
    /// <param name="published">The time of publication, ISO 8601 without an offset; empty: unknown.</param>
    /// <param name="text">The text; its first line is the headline.</param>
    /// <param name="marked">Attributions as <c>source|cue|content</c>, their words in the text.</param>
    public MadeLedger Add(string outlet, string published, string text, params string[] marked)
    {
        var document = new Document
        {
            Id = $"doc-{_articles.Count}",
            Raw = default,
            RawHash = string.Empty,
            MediaType = "text/plain",
            Text = text,
            Title = text.Split('\n')[0],
            Outlet = outlet,
            Url = $"https://{outlet.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()}.example/{text.Split(' ')[0]}",
            Published = published.Length == 0 ? null : LocalDateTimePattern.ExtendedIso.Parse(published).Value.WithOffset(NodaTime.Offset.Zero),
        };
        _articles.Add((document, Interpreter.Interpret(document, marked.Select(m => Marked.Attribution(text, m)))));
        return this;
    }

    /// <summary>The articles as versions of pages: those of one address are versions in the order of adding.</summary>
    public IEnumerable<PageVersion> Pages => _articles.GroupBy(a => a.Document.Url, StringComparer.Ordinal)
        .SelectMany(page => page.Select((a, i) => new PageVersion(a.Document, i + 1, a.Statements)));

    /// <summary>The views, the articles taken in an order.</summary>
    /// <param name="order">Numbers of articles; none: in the order of adding.</param>
    public LedgerViews Views(params int[] order) => Views(CorrectionBook.Empty, order);

    /// <summary>The views as corrected, the articles taken in an order.</summary>
    /// <param name="corrections">What a person said.</param>
    /// <param name="order">Numbers of articles; none: in the order of adding.</param>
    public LedgerViews Views(CorrectionBook corrections, params int[] order)
    {
        var articles = order.Length == 0 ? _articles : [.. order.Select(i => _articles[i])];
        var grouper = new ClaimGrouper(corrections.Claims);
        foreach (var (document, statements) in articles)
        {
            grouper.Add(TraitReader.Read(document, [.. statements.Where(s => s.Content.Count > 0)], texts => [.. texts.Select(MadeTraits.Vector)]), CancellationToken.None);
        }

        return new LedgerViews(new ClaimedLedger(articles.ToDictionary(a => a.Document.Id, a => a.Document, StringComparer.Ordinal), grouper.Groups, corrections));
    }
}
