using NodaTime;
using Sayso.Core.Attitudes;
using Sayso.Core.Chains;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Web.Hosting;
using Sayso.Web.Reading;

namespace Sayso.Web.Parts;

/// <summary>A statement as a list shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Who">Who is credited.</param>
/// <param name="Content">What is credited, in one line; what is said of a refusal without a topic.</param>
public sealed record SayRow(string Id, string Who, string Content)
{
    /// <summary>The content's pieces, words that were looked for marked.</summary>
    public required IReadOnlyList<Piece> Pieces { get; init; }

    /// <summary>What the speaker does with it.</summary>
    public Attitude? Attitude { get; init; }

    /// <summary>On whose word.</summary>
    public required IReadOnlyList<Hop> Chain { get; init; }

    /// <summary>The document's id.</summary>
    public required string DocumentId { get; init; }

    /// <summary>The document's title.</summary>
    public required string Title { get; init; }

    /// <summary>Its outlet.</summary>
    public string? Outlet { get; init; }

    /// <summary>When its document was published.</summary>
    public OffsetDateTime? Published { get; init; }

    /// <summary>Whether a search found it though it has not the words.</summary>
    public bool IsInOtherWords { get; init; }

    /// <summary>Where the statement is.</summary>
    public string Link => Links.Statement(Id);

    /// <summary>Where all that the speaker said is.</summary>
    public string WhoLink => Links.Actor(Who);

    /// <summary>Where it stands in its document.</summary>
    public string DocumentLink => $"{Links.Document(DocumentId)}#s-{Wording.Brief(Id)}";

    /// <summary>A statement of a ledger.</summary>
    /// <param name="entry">The statement.</param>
    /// <param name="query">What was looked for; <c>null</c> for nothing.</param>
    public static SayRow Of(LedgerStatement entry, string? query = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var content = entry.ContentText.Length > 0
            ? Wording.Line(entry.ContentText) : $"({Wording.Line($"{entry.SourceText} {entry.CueText}")})";
        return new SayRow(entry.Statement.Id, Wording.Who(entry.Statement, entry.Outlet), content)
        {
            Pieces = AnnotatedText.Cut(new TextSpan(0, content.Length), SearchMarks.Of(content, query)),
            Attitude = entry.Statement.Attitude,
            Chain = entry.Statement.Chain,
            DocumentId = entry.Statement.DocumentId,
            Title = entry.Title ?? "Untitled",
            Outlet = entry.Outlet,
            Published = entry.Published,
        };
    }
}
