using NodaTime;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Ledger;

namespace Sayso.Cli.Rendering;

/// <summary>One statement in words, with what a list says of its document.</summary>
/// <param name="Id">The statement's id.</param>
/// <param name="Head">Its document.</param>
/// <param name="Source">Who is credited; empty where the text names nobody.</param>
/// <param name="Cue">The words that credit; empty for what the outlet asserts itself.</param>
/// <param name="Content">What is credited; may be empty.</param>
internal sealed record StatementRow(string Id, DocumentHead Head, string Source, string Cue, string Content)
{
    /// <summary>Whether the outlet asserts it itself.</summary>
    public bool IsOwnVoice => Cue.Length == 0;

    /// <summary>The names of its chain of sources, nearest speaker first.</summary>
    public string Chain { get; private init; } = string.Empty;

    /// <summary>
    /// What the speaker does with the content and how firmly: the words that are not the usual ones, for example <c>deny</c>,
    /// <c>possible</c>.
    /// </summary>
    public string Attitude { get; private init; } = string.Empty;

    /// <summary>A statement just read.</summary>
    public static StatementRow Of(Document document, Statement statement) => new(
        statement.Id,
        DocumentHead.Of(document),
        statement.Source.TextOf(document.Text),
        statement.Cue.TextOf(document.Text),
        statement.Content.TextOf(document.Text))
    {
        Chain = Wording.Chain(statement.Chain),
        Attitude = Wording.Attitude(statement.Attitude),
    };

    /// <summary>A statement of a ledger.</summary>
    public static StatementRow Of(LedgerStatement entry) => new(
        entry.Statement.Id,
        new DocumentHead(entry.Statement.DocumentId, entry.Title, entry.Outlet, entry.Published, null),
        entry.SourceText ?? string.Empty,
        entry.CueText,
        entry.ContentText)
    {
        Chain = Wording.Chain(entry.Statement.Chain),
        Attitude = Wording.Attitude(entry.Statement.Attitude),
    };
}

/// <summary>What a list says of a document.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Published">When.</param>
/// <param name="Path">Where it was read from, where that is known.</param>
internal sealed record DocumentHead(string Id, string? Title, string? Outlet, OffsetDateTime? Published, string? Path)
{
    /// <summary>The head of a document.</summary>
    public static DocumentHead Of(Document document) =>
        new(document.Id, document.Title, document.Outlet, document.Published, document.Path);
}
