using NodaTime;
using Sayso.Core.Analysis;
using Sayso.Core.Attributions;
using Sayso.Core.Claims;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Origins;
using Sayso.Core.Text;

namespace Sayso.Core.Dossiers;

/// <summary>
/// All that is known of a claim, to be handed to a colleague as one file: made by <see cref="DossierBuilder"/>, written out by
/// <see cref="HtmlDossier"/> and <see cref="MarkdownDossier"/>. The same ledger gives the same dossier, whenever it is asked for.
/// </summary>
/// <param name="Claim">The claim.</param>
/// <param name="Sentence">What it comes to, in one sentence made of counts.</param>
/// <param name="Making">How it was computed.</param>
public sealed record Dossier(LedgerClaim Claim, string Sentence, DossierMaking Making)
{
    private const int NameDigits = 10;

    /// <summary>The articles that it rests on, in the order of their numbers: those of the claim first, then those that it is wrongly credited to.</summary>
    public required ValueList<DossierArticle> Articles { get; init; }

    /// <summary>The independent origins, those for it first, of a side the larger ones first.</summary>
    public required ValueList<DossierOrigin> Origins { get; init; }

    /// <summary>What is neither for nor against it.</summary>
    public ValueList<DossierQuotation> Neutral { get; init; } = ValueList<DossierQuotation>.Empty;

    /// <summary>Reasons why origins may be one, which make the lower bound.</summary>
    public ValueList<DossierProof> Possible { get; init; } = ValueList<DossierProof>.Empty;

    /// <summary>Reports that go round, by the numbers of their articles.</summary>
    public ValueList<ValueList<int>> Circular { get; init; } = ValueList<ValueList<int>>.Empty;

    /// <summary>Articles that credit one that does not have the claim, by their numbers.</summary>
    public ValueList<(int Citing, int Cited)> DeadEnds { get; init; } = ValueList<(int Citing, int Cited)>.Empty;

    /// <summary>What a file of it is called, without the ending: <c>sayso-claim-47957c111f</c>.</summary>
    public string FileName => $"sayso-claim-{Claim.Claim.Id[..Math.Min(Claim.Claim.Id.Length, NameDigits)]}";

    /// <summary>The article of a number.</summary>
    public DossierArticle Article(int number) => Articles[number - 1];
}

/// <summary>An article of a dossier.</summary>
/// <param name="Number">Its number in the dossier, from 1.</param>
/// <param name="Document">It, without its raw bytes.</param>
/// <param name="AddedAt">When it was read into the ledger.</param>
/// <param name="Reliability">The grade that a person gave its outlet; <c>null</c> where nobody did.</param>
public sealed record DossierArticle(int Number, Document Document, Instant AddedAt, CorrectionEntry? Reliability);

/// <summary>An origin with what was quoted of it and why that is one.</summary>
/// <param name="Group">The origin.</param>
/// <param name="Quotations">Its statements in full.</param>
/// <param name="Proof">Proof across articles, no more than joins them.</param>
public sealed record DossierOrigin(OriginGroup Group, ValueList<DossierQuotation> Quotations, ValueList<DossierProof> Proof);

/// <summary>A statement quoted in full.</summary>
/// <param name="Article">The number of its article.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Side">What it does with the claim.</param>
/// <param name="Words">The whole sentences that it stands in, cut at the bounds of its source, cue and content.</param>
public sealed record DossierQuotation(int Article, Statement Statement, Side Side, ValueList<DossierPiece> Words);

/// <summary>Why two statements are, or may be, of one origin, both passages side by side.</summary>
/// <param name="Proof">Why.</param>
/// <param name="First">The side that was published first.</param>
/// <param name="Second">The other.</param>
public sealed record DossierProof(OriginProof Proof, DossierPassage First, DossierPassage Second);

/// <summary>One side of a proof.</summary>
/// <param name="Article">The number of its article.</param>
/// <param name="Words">The paragraph, what it shares with the other side marked.</param>
public sealed record DossierPassage(int Article, ValueList<DossierPiece> Words);

/// <summary>What a piece of a quotation is: a closed set.</summary>
public enum DossierMark
{
    /// <summary>Words around.</summary>
    None,

    /// <summary>Who is credited.</summary>
    Source,

    /// <summary>The words that credit.</summary>
    Cue,

    /// <summary>What is credited.</summary>
    Content,

    /// <summary>What two passages share, or what shows that they are one.</summary>
    Shared,
}

/// <summary>A piece of a quotation, word by word as the article has it.</summary>
/// <param name="Text">The words; never empty.</param>
/// <param name="Mark">What they are.</param>
public readonly record struct DossierPiece(string Text, DossierMark Mark);

/// <summary>How a dossier was computed, so that it can be computed again.</summary>
/// <param name="Program">The program's version.</param>
/// <param name="Rules">The rules of claims and origins (<see cref="ClaimAnalysis.RulesVersion"/>).</param>
/// <param name="Models">The versions of the weights that read its articles, in ordinal order.</param>
public sealed record DossierMaking(string Program, string Rules, ValueList<string> Models)
{
    /// <summary>The number of the ledger's last entry; 0 for none.</summary>
    public long Entries { get; init; }

    /// <summary>The hash of that entry: it vouches for all that the ledger was.</summary>
    public string Head { get; init; } = string.Empty;

    /// <summary>When that entry was made; <c>null</c> for none.</summary>
    public Instant? HeadAt { get; init; }

    /// <summary>As known at the end of this day (UTC); <c>null</c>: all that the ledger has.</summary>
    public LocalDate? AsOf { get; init; }

    /// <summary>Of which statements of the ledger claims were reckoned, in words; <c>null</c> where of all.</summary>
    public string? Window { get; init; }
}
