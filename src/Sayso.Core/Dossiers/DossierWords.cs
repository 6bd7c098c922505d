using System.Globalization;
using System.Text;
using Sayso.Core.Analysis;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.Dossiers;

/// <summary>What a dossier says in words, the same in all its forms; nothing is escaped here.</summary>
internal static class DossierWords
{
    private const string Nobody = "nobody named";

    /// <summary>How the marks are to be read.</summary>
    public const string Shared = "What shows it is marked.";

    /// <summary>What the possible reasons are.</summary>
    public const string Possible = "Reasons, no proof: they make the lower number.";

    /// <summary>What the dossier is no substitute for.</summary>
    public const string Caveat = "Who said what was read by a program, which can be wrong: before you rely on a sentence, look at its article.";

    /// <summary><c>5 of 6, improbable</c>.</summary>
    public static string Grade(LedgerClaim claim) => string.Create(CultureInfo.InvariantCulture, $"{claim.Grade.Value} of 6, {claim.Grade.Word}");

    /// <summary>Why that grade.</summary>
    public static string GradeReason(LedgerClaim claim) => Sentence(claim.Grade.Reason)
        + (claim.GradedBy is null ? " Reckoned from the origins alone, by the Admiralty code’s second scale (1 confirmed to 5 improbable, 6 cannot be judged)." : string.Empty);

    /// <summary><c>Anton Reve</c>.</summary>
    public static string Name(string name) => name == Hop.Unspecified ? Nobody : PlainWords.Line(name);

    /// <summary><c>named, 6 articles</c>.</summary>
    public static string Of(DossierOrigin origin) => $"{KindWord(origin.Group.Kind)}, {PlainWords.Count(origin.Group.Documents.Count, "article")}";

    /// <summary>From the page outwards: <c>The Bell ‹ lawmakers (a class of people) ‹ intelligence officials (not identified)</c>.</summary>
    public static string Chain(Statement statement, Document document)
    {
        var hops = statement.Chain.Select(h => h.Kind is SourceKind.Named or SourceKind.Outlet ? Name(h.Name) : h.Name == Hop.Unspecified ? Nobody : $"{Name(h.Name)} ({KindWord(h.Kind)})");
        return string.Join(" ‹ ", [Outlet(document), .. hops]);
    }

    /// <summary>Who speaks: the nearest speaker; the outlet in its own voice.</summary>
    public static string Who(Statement statement, Document document) =>
        statement.IsOwnVoice ? $"{Outlet(document)}, in its own voice"
        : statement.SourceHop is { } hop ? Name(hop.Name) : statement.Chain.Count > 0 ? Name(statement.Chain[0].Name) : Nobody;

    /// <summary>What the speaker does, how firmly, and when: <c>denies · certain · said 2026-03-12</c>.</summary>
    public static string Attitude(Statement statement)
    {
        List<string> words = [];
        if (statement.Attitude is { } attitude)
        {
            var isNegative = attitude is { Polarity: Polarity.Negative, Stance: not (Stance.Deny or Stance.Dismiss) };
            words.Add($"{StanceWord(attitude.Stance)}{(isNegative ? " that it is not so" : string.Empty)}");
            words.Add(attitude.Certainty == Certainty.Unknown ? "certainty does not apply" : ClosedSet.NameOf(attitude.Certainty));
        }

        words.Add(statement.SaidAt is { } said ? $"said {said}" : "the article does not say when it was said");
        if (statement.EventAt is { } happened)
        {
            words.Add($"about {happened}");
        }

        return string.Join(" · ", words);
    }

    /// <summary>What a side is called in a heading.</summary>
    public static string Heading(Side side) => side switch
    {
        Side.For => "For it",
        Side.Against => "Against it",
        _ => "Neither for nor against it",
    };

    /// <summary><c>The Averholm Courier</c>; the page's host, or words that say that there is none.</summary>
    public static string Outlet(Document document) => document.Outlet is { } outlet ? PlainWords.Line(outlet)
        : Uri.TryCreate(document.Url, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host : "an outlet without a name";

    /// <summary><c>The Averholm Courier, 13 March 2026</c>.</summary>
    public static string Named(DossierArticle article) => $"{Outlet(article.Document)}, {PlainWords.Day(article.Document.Published)}";

    /// <summary>What is known of an article beside its title, part by part.</summary>
    public static IEnumerable<string> Facts(DossierArticle article)
    {
        var document = article.Document;
        yield return Outlet(document) + (article.Reliability?.Correction.Value is { } grade ? $" (graded {grade} by {article.Reliability.Author})" : string.Empty);
        if (document.Byline is { } byline)
        {
            yield return $"by {PlainWords.Line(byline)}";
        }

        yield return $"published {PlainWords.Minute(document.Published)}";
        if (document.Modified is not null)
        {
            yield return $"modified {PlainWords.Minute(document.Modified)}";
        }

        yield return $"read {PlainWords.Minute(article.AddedAt)}";
    }

    /// <summary>A correction: <c>Entry 23: graded the claim 4. “seen by two of ours” Ada Rell, 12 March 2031, 07:05 UTC.</c></summary>
    public static string Of(CorrectionEntry entry)
    {
        var words = new StringBuilder().Append(CultureInfo.InvariantCulture, $"Entry {entry.Sequence}: {PlainWords.Line(CorrectionWords.Of(entry.Correction))}.");
        if (entry.Reason is { } reason)
        {
            words.Append($" “{PlainWords.Line(reason)}”");
        }

        words.Append($" {PlainWords.Line(entry.Author)}, {PlainWords.Minute(entry.At)}.");
        return CorrectionWords.Standing(entry) is { Length: > 0 } standing ? words.Append($" ({standing})").ToString() : words.ToString();
    }

    /// <summary>How it was computed, as names with values.</summary>
    public static IEnumerable<(string Name, string Value)> Of(Dossier dossier)
    {
        var making = dossier.Making;
        yield return ("Claim", dossier.Claim.Claim.Id);
        yield return ("As of", making.AsOf is { } day ? $"the end of {PlainWords.Day(day)} (UTC), as corrected until now" : "all that the ledger has");
        if (making.Window is { } window)
        {
            yield return ("Of which statements", window);
        }

        yield return ("Program", $"Sayso {making.Program}, rules of claims and origins {making.Rules}");
        yield return (making.Models.Count == 1 ? "Model" : "Models", making.Models.Count == 0 ? PlainWords.Unknown : string.Join(", ", making.Models));
        yield return ("Ledger", making.Entries == 0 ? "empty" : string.Create(CultureInfo.InvariantCulture, $"{making.Entries:N0} {(making.Entries == 1 ? "entry" : "entries")}, the last of {PlainWords.Minute(making.HeadAt)}"));
        yield return ("Its head", making.Head);
    }

    /// <summary>The words with a capital first and a full stop last.</summary>
    public static string Sentence(string words) => words.Length == 0 ? words : $"{char.ToUpperInvariant(words[0])}{words[1..].TrimEnd('.')}.";

    /// <summary>
    /// Other people's words without what could turn a line around or is no text: control and direction marks, and halves of
    /// characters, are U+FFFD; line ends and tabs stay.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var harmful = (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t')) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
            clean.Append(rune.Value == '\r' ? string.Empty : harmful ? "\ufffd" : rune.ToString());
        }

        return clean.ToString();
    }

    private static string KindWord(SourceKind kind) => kind switch
    {
        SourceKind.Named => "named",
        SourceKind.Anonymous => "not identified",
        SourceKind.Collective => "a class of people",
        SourceKind.Document => "a text or data",
        _ => "an outlet",
    };

    private static string StanceWord(Stance stance) => stance switch
    {
        Stance.Assert => "asserts",
        Stance.Deny => "denies",
        Stance.Confirm => "confirms",
        Stance.Dismiss => "dismisses",
        Stance.Decline => "declines to comment",
        Stance.NotDeny => "does not deny",
        Stance.Estimate => "estimates",
        Stance.Promise => "promises",
        Stance.Demand => "demands",
        Stance.Ask => "asks",
        Stance.Warn => "warns",
        Stance.Praise => "praises",
        _ => "criticizes",
    };
}
