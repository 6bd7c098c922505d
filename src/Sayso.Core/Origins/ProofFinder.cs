using System.Globalization;
using Sayso.Core.Analysis;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Reuse;
using Sayso.Core.Text;

namespace Sayso.Core.Origins;

/// <summary>Why two statements of one claim are, or may be, of one origin.</summary>
/// <param name="documents">All documents of the ledger, by their ids.</param>
/// <param name="corrections">What a person said of origins and names.</param>
/// <param name="names">Whom names mean across documents, and for whom people speak.</param>
internal sealed class ProofFinder(IReadOnlyDictionary<string, Document> documents, CorrectionBook corrections, (ActorNames Actors, Spokespeople Spokespeople) names)
{
    /// <summary>Share of the shorter text from which one is the other's copy.</summary>
    private const double Copy = 0.5;

    /// <summary>Digits that make a figure uncommon, trailing zeros left aside.</summary>
    private const int UncommonDigits = 3;

    /// <summary>Statements whose voices are held at a time: claims are asked for one after the other.</summary>
    private const int MostVoices = 20_000;

    private readonly SharedTexts _reuse = new(documents);
    private readonly Dictionary<string, Voice> _voices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _credits = new(StringComparer.Ordinal);

    /// <summary>The proofs of a pair, the statement with the smaller id first.</summary>
    public IEnumerable<OriginProof> Of(StatementTraits a, StatementTraits b)
    {
        var pair = string.CompareOrdinal(a.Id, b.Id) < 0 ? new Pair(a, b, documents) : new Pair(b, a, documents);
        if (corrections.Origins.AreApart(pair.First.Id, pair.Second.Id))
        {
            return [];
        }

        var speakers = Speakers(pair).ToList();
        return ByHand(pair).Concat(Telling(pair)).Concat(Texts(pair)).Concat(Credits(pair)).Concat(speakers).Concat(Figures(pair));
    }

    /// <summary>The last hop; the outlet itself, where it speaks in its own voice.</summary>
    public Hop OriginOf(Statement statement) => statement.Chain.Count > 0 ? Meant(statement.Chain[^1], statement.DocumentId)
        : documents[statement.DocumentId].Outlet is { } outlet ? new Hop(outlet, SourceKind.Outlet, SpanList.Empty, HopRelation.Says)
        : new Hop(Hop.Unspecified, SourceKind.Anonymous, SpanList.Empty, HopRelation.Says);

    /// <summary>Who answers for a statement: the last hop; of a text without a name of its own, such as a company's manifest, whose it is.</summary>
    private Voice VoiceOf(Statement statement)
    {
        if (!_voices.TryGetValue(statement.Id, out var voice))
        {
            if (_voices.Count == MostVoices)
            {
                _voices.Clear();
            }

            var hop = statement.Chain is [.., var owner, { Kind: SourceKind.Document } text] && !IsNamed(text) && IsNamed(owner) ? Meant(owner, statement.DocumentId) : OriginOf(statement);
            voice = new Voice(hop, hop.Kind == SourceKind.Named ? names.Spokespeople.BodyOf(hop.Name) : null, new(() => Occasions.Of(statement, documents[statement.DocumentId])));
            _voices.Add(statement.Id, voice);
        }

        return voice;
    }

    /// <summary>The hop under the name that all documents share; of a description, under that of whom a person said that it means.</summary>
    private Hop Meant(Hop hop, string documentId) => hop.Kind is SourceKind.Named or SourceKind.Outlet || !corrections.Names.IsEmpty ? hop with { Name = names.Actors.NameOf(hop, documentId) } : hop;

    private bool IsSameName(string x, string y) => !corrections.Names.AreApart(x, y) && StatementPair.IsSameName(x, y);

    private IEnumerable<OriginProof> ByHand(Pair pair)
    {
        if (corrections.Origins.AreTogether(pair.First.Id, pair.Second.Id))
        {
            var entry = corrections.Entries.LastOrDefault(e => e.Counts && e.Correction.Kind == CorrectionKind.OriginSame && e.Names(pair.First.Id) && e.Names(pair.Second.Id));
            yield return pair.Proof(
                ProofKind.ByHand,
                isProven: true,
                entry is null ? "put together in several steps" : $"{entry.Author}: {entry.Reason}",
                (pair.First.Content.Extent, pair.Second.Content.Extent));
        }
    }

    /// <summary>Whether the name is somebody's own: descriptions such as "the ministry" or "a report" fit several.</summary>
    public static bool IsNamed(Hop hop) => hop.Kind is SourceKind.Named or SourceKind.Document or SourceKind.Outlet && hop.Name.Any(char.IsUpper);

    /// <summary>A statement inside another one's content has what its holder passes on, and a headline what its article tells.</summary>
    private static IEnumerable<OriginProof> Telling(Pair pair)
    {
        if (pair.First.Parent == pair.Second.Id || pair.Second.Parent == pair.First.Id)
        {
            yield return pair.Proof(ProofKind.SameSource, isProven: true, "one is told inside the other", pair.Sources);
        }
        else if (pair.IsWithinOneDocument && IsHeadline(pair.First, pair.FirstIn) != IsHeadline(pair.Second, pair.FirstIn))
        {
            yield return pair.Proof(ProofKind.SameSource, isProven: true, "one is the headline of the other", pair.Sources);
        }
    }

    /// <summary>A headline has what the article below it tells, however it names the source.</summary>
    private static bool IsHeadline(Statement statement, Document document) =>
        document.Title is { } title && document.Text.StartsWith(title, StringComparison.Ordinal) && statement.Content.Extent.End <= title.Length;

    /// <summary>A passage that both texts have and that holds what is said; or one text that is by and large the other's.</summary>
    private IEnumerable<OriginProof> Texts(Pair pair)
    {
        if (pair.IsWithinOneDocument || _reuse.Between(pair.FirstIn.Id, pair.SecondIn.Id) is not { } overlap)
        {
            yield break;
        }

        if (overlap.Holding(pair.First.Content.Extent, pair.Second.Content.Extent) is { } passage)
        {
            yield return pair.Proof(ProofKind.SharedText, isProven: true, $"{passage.Words} words in a row", (passage.InFirst, passage.InSecond));
        }
        else if (overlap.Share >= Copy && !AreOthers(VoiceOf(pair.First), VoiceOf(pair.Second)))
        {
            var longest = overlap.Longest;
            yield return pair.Proof(
                ProofKind.SharedText,
                isProven: true,
                string.Create(CultureInfo.InvariantCulture, $"{overlap.Share:0%} of the shorter text"),
                (longest.InFirst, longest.InSecond));
        }
    }

    /// <summary>A chain that names the other one's outlet proves it; a line that credits the outlet with some of the text makes it possible.</summary>
    private IEnumerable<OriginProof> Credits(Pair pair)
    {
        if (pair.IsWithinOneDocument)
        {
            yield break;
        }

        var firstCredits = Citations.IsCredited(pair.First, pair.FirstIn, pair.SecondIn);
        if (firstCredits || Citations.IsCredited(pair.Second, pair.SecondIn, pair.FirstIn))
        {
            yield return pair.Proof(ProofKind.CitesOutlet, isProven: true, PressShelf.KeyOf(firstCredits ? pair.SecondIn : pair.FirstIn), pair.Sources);
            yield break;
        }

        var firstOwes = Syndication.Credits(CreditedBy(pair.FirstIn), pair.FirstIn, pair.SecondIn);
        if ((firstOwes || Syndication.Credits(CreditedBy(pair.SecondIn), pair.SecondIn, pair.FirstIn)) && !AreOthers(VoiceOf(pair.First), VoiceOf(pair.Second)))
        {
            yield return pair.Proof(ProofKind.CitesOutlet, isProven: false, $"the article credits {PressShelf.KeyOf(firstOwes ? pair.SecondIn : pair.FirstIn)}", pair.Sources);
        }
    }

    /// <summary>Whether one speaks for the other, or both for one body: then the body's name, in lower case where nobody gives it one.</summary>
    private string? Institution(Voice x, Voice y) =>
        x.Hop.Kind == SourceKind.Named && y.Hop.Kind == SourceKind.Named
            && (x.Body ?? y.Body) is { } body && IsSameName(x.Body ?? x.Hop.Name, y.Body ?? y.Hop.Name) ? body : null;

    /// <summary>
    /// Whether a description, "the ministry" or "the fire service", means one across articles: in two of one outlet, by two words that
    /// say which, and where both give one figure. Otherwise it may fit several.
    /// </summary>
    private static bool IsOneByDescription(Pair pair, Hop x, Hop y) => x.Kind == SourceKind.Named && y.Kind == SourceKind.Named && !pair.IsWithinOneDocument
        && (Math.Min(ContentWords.Of(x.Name).Length, ContentWords.Of(y.Name).Length) > 1 || StatementPair.Of(pair.A, pair.B).NumbersAgree
            || (Citations.AreOfOneOutlet(pair.FirstIn, pair.SecondIn) && !NameWords.IsPerson(x.Name) && !NameWords.IsPerson(y.Name)));

    private IEnumerable<OriginProof> Speakers(Pair pair)
    {
        var (mine, theirs) = (VoiceOf(pair.First), VoiceOf(pair.Second));
        var (x, y) = (mine.Hop, theirs.Hop);
        if (x.Name != Hop.Unspecified && IsSameName(x.Name, y.Name))
        {
            var isOne = (IsNamed(x) && IsNamed(y)) || (pair.IsWithinOneDocument && x.Name == y.Name && x.Kind != SourceKind.Collective) || IsOneByDescription(pair, x, y);
            yield return mine.Occasion.Value is { } first && theirs.Occasion.Value is { } second && first.IsOneWith(second)
                ? pair.Proof(ProofKind.SameEvent, isOne, $"{x.Name}, {first.Name}", (first.Words, second.Words))
                : pair.Proof(ProofKind.SameSource, isOne, x.Name, pair.Sources);
        }
        else if (Institution(mine, theirs) is { } body)
        {
            var isOne = body.Any(char.IsUpper) && IsNamed(x) && IsNamed(y);
            yield return pair.Proof(ProofKind.SameSource, isOne || pair.IsWithinOneDocument || IsOneByDescription(pair, x, y), $"{body}: {x.Name}, {y.Name}", pair.Sources);
        }
        else if (x.Kind == SourceKind.Anonymous && y.Kind == SourceKind.Anonymous)
        {
            yield return pair.Proof(ProofKind.SameSource, isProven: false, "neither is named", pair.Sources);
        }
    }

    private static IEnumerable<OriginProof> Figures(Pair pair)
    {
        var figure = pair.A.Counts
            .Where(x => x.Low == x.High && Digits(x.Low) >= UncommonDigits && pair.B.Counts.Any(y => y.Low == x.Low && y.High == x.High && y.Unit == x.Unit))
            .Select(x => string.Create(CultureInfo.InvariantCulture, $"{x.Low:#,##0.####}")).FirstOrDefault();
        if (figure is not null)
        {
            yield return pair.Proof(ProofKind.SameFigure, isProven: false, figure, (pair.First.Content.Extent, pair.Second.Content.Extent));
        }
    }

    /// <summary>Whether two origins are known to be different people or bodies, whatever their words share.</summary>
    private bool AreOthers(Voice x, Voice y) => IsNamed(x.Hop) && IsNamed(y.Hop) && x.Hop.Kind != SourceKind.Outlet && y.Hop.Kind != SourceKind.Outlet && !IsSameName(x.Hop.Name, y.Hop.Name) && Institution(x, y) is null;

    private IReadOnlyList<string> CreditedBy(Document document)
    {
        if (!_credits.TryGetValue(document.Id, out var credited))
        {
            credited = Syndication.CreditedBy(document);
            _credits.Add(document.Id, credited);
        }

        return credited;
    }

    private static int Digits(double number) =>
        number.ToString("0.####", CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).Trim('-', '0').Length;

    /// <summary>Who answers for a statement.</summary>
    /// <param name="Hop">The hop, under the name that all documents share.</param>
    /// <param name="Body">For which body somebody by that name speaks; <c>null</c> for none.</param>
    /// <param name="Occasion">On which occasion it was said.</param>
    private sealed record Voice(Hop Hop, string? Body, Lazy<Occasion?> Occasion);

    /// <summary>Two statements, the one with the smaller id first.</summary>
    private readonly struct Pair(StatementTraits a, StatementTraits b, IReadOnlyDictionary<string, Document> documents)
    {
        public StatementTraits A { get; } = a;

        public StatementTraits B { get; } = b;

        public Statement First => A.Statement;

        public Statement Second => B.Statement;

        public Document FirstIn => documents[First.DocumentId];

        public Document SecondIn => documents[Second.DocumentId];

        public bool IsWithinOneDocument => First.DocumentId == Second.DocumentId;

        /// <summary>The words that credit somebody with each.</summary>
        public (TextSpan, TextSpan) Sources => (SourceSpan(First), SourceSpan(Second));

        public OriginProof Proof(ProofKind kind, bool isProven, string detail, (TextSpan First, TextSpan Second) spans) => new(kind, First.Id, Second.Id, isProven)
        {
            FirstPassage = new(First.DocumentId, spans.First),
            SecondPassage = new(Second.DocumentId, spans.Second),
            Detail = detail,
        };

        private static TextSpan SourceSpan(Statement statement) =>
            statement.Source.Count > 0 ? statement.Source.Extent : statement.Cue.Count > 0 ? statement.Cue.Extent : statement.Content.Extent;
    }
}
