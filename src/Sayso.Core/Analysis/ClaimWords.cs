using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Origins;
using Sayso.Core.Text;

namespace Sayso.Core.Analysis;

/// <summary>Claims in words: every sentence is put together from counts.</summary>
public static class ClaimWords
{
    /// <summary><c>3–4 origins, 1 against</c>; <c>no origin</c>.</summary>
    public static string Origins(ClaimOrigins origins)
    {
        ArgumentNullException.ThrowIfNull(origins);
        var (f, a) = (origins.For, origins.Against);
        return (f.High, a.High) switch
        {
            (0, 0) => "no origin",
            (_, 0) => $"{Bounds(f)} {Noun(f)}",
            (0, _) => $"{Bounds(a)} {Noun(a)} against",
            _ => $"{Bounds(f)} {Noun(f)}, {Bounds(a)} against",
        };
    }

    /// <summary><c>9 articles, 3–4 origins, 1 against</c>.</summary>
    public static string Counts(LedgerClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return $"{PlainWords.Count(claim.Claim.Documents.Count, "article")}, {Origins(claim.Origins)}";
    }

    /// <summary>The sentence under a claim's headline: <c>9 articles of 6 outlets; 3 to 4 independent origins for it, 1 against. First seen 12 March 2031, 07:05 UTC, Courier.</c></summary>
    public static string Sentence(LedgerClaim claim, IReadOnlyDictionary<string, Document> documents)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(documents);
        List<Document> read = [.. claim.Claim.Documents.Select(id => documents[id])];
        var outlets = read.Select(d => d.Outlet).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var of = outlets > 1 ? $" of {PlainWords.Count(outlets, "outlet")}" : string.Empty;
        var first = read.Where(d => d.Published is not null).OrderBy(d => d.Published!.Value.ToInstant()).FirstOrDefault();
        var seen = first is null ? "When it was first seen is unknown."
            : $"First seen {PlainWords.Minute(first.Published)}, {first.Outlet ?? "an outlet without a name"}.";
        return $"{PlainWords.Count(read.Count, "article")}{of}; {Independent(claim.Origins)}. {seen}";
    }

    /// <summary><c>3–4</c>, <c>2</c>.</summary>
    public static string Bounds(OriginCount count) => count.Low == count.High ? $"{count.High:N0}" : $"{count.Low:N0}–{count.High:N0}";

    /// <summary>A side's name for people.</summary>
    public static string Of(Side side) => side switch
    {
        Side.For => "for",
        Side.Against => "against",
        _ => "neither",
    };

    /// <summary>Why two statements are, or may be, of one origin.</summary>
    public static string Of(OriginProof proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        return proof.Kind switch
        {
            ProofKind.SharedText => $"They share {proof.Detail}",
            ProofKind.SameSource => $"Same source: {proof.Detail}",
            ProofKind.SameEvent => $"One speaker on one occasion: {proof.Detail}",
            ProofKind.SameFigure => $"Same uncommon figure: {proof.Detail}",
            ProofKind.ByHand => $"Put together by hand. {proof.Detail}",
            _ => $"One credits the other’s outlet: {proof.Detail}",
        };
    }

    private static string Independent(ClaimOrigins origins)
    {
        var (f, a) = (origins.For, origins.Against);
        return (f.High, a.High) switch
        {
            (0, 0) => "nobody answers for it, nobody denies it",
            (_, 0) => $"{Bounds(f)} independent {Noun(f)} for it, none against",
            (0, _) => $"no origin for it, {Bounds(a)} against",
            _ => $"{Bounds(f)} independent {Noun(f)} for it, {Bounds(a)} against",
        };
    }

    private static string Noun(OriginCount count) => count is { Low: 1, High: 1 } ? "origin" : "origins";
}
