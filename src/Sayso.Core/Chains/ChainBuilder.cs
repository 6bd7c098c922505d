using System.Text.RegularExpressions;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Entities;
using Sayso.Core.Text;

namespace Sayso.Core.Chains;

/// <summary>
/// On whose word each statement of a document is said: its own speaker, behind those of the statements that hold it. A claim
/// that is only disputed has a chain of its own.
/// </summary>
internal sealed partial class ChainBuilder
{
    /// <summary>How far back a quotation may have begun, in characters.</summary>
    private const int LongestQuotation = 5_000;

    private readonly Document _document;
    private readonly IReadOnlyList<Attribution> _attributions;
    private readonly IReadOnlyList<Attitude> _attitudes;
    private readonly IReadOnlyList<NameMention> _names;
    private readonly Dictionary<Attribution, int> _index = [];
    private readonly ILookup<int?, int> _held;
    private readonly Speaker[] _speakers;
    private readonly ValueList<Hop>?[] _chains;
    private readonly Dictionary<int, int?> _cited = [];
    private long _looks;

    private ChainBuilder(Document document, IReadOnlyList<Attribution> attributions, IReadOnlyList<Attitude> attitudes)
    {
        (_document, _attributions, _attitudes) = (document, attributions, attitudes);
        _names = NameFinder.Find(document.Text, out _looks);
        _speakers = new Speaker[attributions.Count];
        _chains = new ValueList<Hop>?[attributions.Count];
        for (var i = 0; i < attributions.Count; i++)
        {
            _index.TryAdd(attributions[i], i);
        }

        _held = Enumerable.Range(0, attributions.Count).ToLookup(HolderOf);
    }

    /// <summary>The chain of each attribution.</summary>
    /// <param name="document">The document.</param>
    /// <param name="attributions">What was extracted from it, holders among them.</param>
    /// <param name="attitudes">What each does with its content.</param>
    public static IReadOnlyList<ValueList<Hop>> Build(Document document, IReadOnlyList<Attribution> attributions,
        IReadOnlyList<Attitude> attitudes) =>
        Build(document, attributions, attitudes, out _);

    /// <summary>The same, and how many words, names, speakers, statements and characters rules have looked at.</summary>
    internal static IReadOnlyList<ValueList<Hop>> Build(Document document, IReadOnlyList<Attribution> attributions,
        IReadOnlyList<Attitude> attitudes, out long looks)
    {
        var builder = new ChainBuilder(document, attributions, attitudes);
        builder.Resolve();
        IReadOnlyList<ValueList<Hop>> chains = [.. Enumerable.Range(0, attributions.Count).Select(builder.Whole)];
        looks = builder._looks;
        return chains;
    }

    /// <summary>Speakers in order of the text, but a holder's before those it holds.</summary>
    private void Resolve()
    {
        var resolver = new SpeakerResolver(_document, _names);
        var done = new bool[_attributions.Count];
        foreach (var i in Enumerable.Range(0, _attributions.Count).OrderBy(i => Place(_attributions[i])))
        {
            Visit(i, 0);
        }

        _looks += resolver.Looks;

        void Visit(int i, int depth)
        {
            if (done[i])
            {
                return;
            }

            done[i] = true;
            var holder = HolderOf(i);
            if (holder is { } h && depth < _attributions.Count)
            {
                Visit(h, depth + 1);
            }

            _speakers[i] = resolver.Resolve(_attributions[i], holder is { } held ? _speakers[held] : null, IsQuoted(i, holder));
        }
    }

    private static int Place(Attribution attribution) => attribution.Source.Count > 0
        ? attribution.Source.Extent.Start : attribution.Cue.Extent.Start;

    private int? HolderOf(int i) => _attributions[i].Parent is { } parent && _index.TryGetValue(parent, out var at) && at != i ? at : null;

    /// <summary>Whether it stands between quotation marks of the content that holds it.</summary>
    private bool IsQuoted(int i, int? holder)
    {
        if (holder is not { } h)
        {
            return false;
        }

        var at = Place(_attributions[i]);
        foreach (var piece in _attributions[h].Content)
        {
            if (piece.Start <= at && at < piece.End)
            {
                var depth = 0;
                var start = Math.Max(piece.Start, at - LongestQuotation);
                _looks += at - start;
                for (var c = start; c < at; c++)
                {
                    depth = _document.Text[c] switch
                    {
                        '“' => 1,
                        '”' => 0,
                        '"' => 1 - depth,
                        '\'' when c + 1 < at && _document.Text[c + 1] == '\'' => 1 - depth,
                        '‘' when c == piece.Start => 1,
                        _ => depth,
                    };
                }

                return depth > 0;
            }
        }

        return false;
    }

    /// <summary>A statement's chain; of one that quotes somebody, "she quoted a driver as saying it", down to the quoted one.</summary>
    private ValueList<Hop> Whole(int i)
    {
        var chain = Chain(i, depth: 0);
        return Cited(i) is null && Quoted(i) is { } quoted && !_speakers[quoted].IsSame(_speakers[i])
            ? ((IEnumerable<Hop>)[.. chain, .. Own(quoted)]).ToValueList() : chain;
    }

    /// <summary>The statement of whoever a content that is quoted begins with.</summary>
    private int? Quoted(int i)
    {
        if (_attributions[i] is not { Content.Count: > 0 } outer || !Quotes().IsMatch(outer.Cue.TextOf(_document.Text)))
        {
            return null;
        }

        foreach (var k in _held[i])
        {
            _looks++;
            if (_attributions[k].Source.Count > 0 && _attributions[k].Source[0].Start == outer.Content[0].Start)
            {
                return k;
            }
        }

        return null;
    }

    private ValueList<Hop> Chain(int i, int depth)
    {
        if (_chains[i] is { } known)
        {
            return known;
        }

        var own = Own(i);
        var holder = depth < _attributions.Count ? HolderOf(i) : null;
        if (holder is { } h)
        {
            var held = Chain(h, depth + 1);
            if (IsQuoting(h, i))
            {
                // "An officer quoted by the Bell said": both have the chain Bell > officer.
                own = [.. held];
            }
            else if (IsSource(h, i))
            {
                // "A, citing B, said": both have the chain A > B.
                own = [.. Own(h), .. own];
            }
            else if (_attitudes[h].Stance is not (Stance.Deny or Stance.Dismiss or Stance.NotDeny or Stance.Criticize or Stance.Praise
                or Stance.Confirm or Stance.Estimate)
                || _speakers[i].IsFirstPerson || _speakers[i].IsSame(_speakers[h]))
            {
                own = _speakers[i].IsFirstPerson || _speakers[i].IsSame(_speakers[h]) ? [.. held] : [.. held, .. own];
            }
        }
        else if (Cited(i) is { } cited)
        {
            own = [.. own, .. Own(cited)];
        }

        return (_chains[i] = own.ToValueList())!;
    }

    /// <summary>Whether the inner one, in the holder's own source phrase, is who passes the holder's words on.</summary>
    private bool IsQuoting(int holder, int inner) =>
        _speakers[holder].Quoter is { } quoter && quoter.IsSame(_speakers[inner]) && IsPassive(inner);

    private bool IsPassive(int i) => QuotedBy().IsMatch(_attributions[i].Cue.TextOf(_document.Text));

    /// <summary>Whether the inner one is what the holder has its content from.</summary>
    private bool IsSource(int holder, int inner) => Cited(holder) == inner;

    /// <summary>The statement that names where this one has its content from.</summary>
    private int? Cited(int i) => _cited.TryGetValue(i, out var known) ? known : _cited[i] = FindCited(i);

    private int? FindCited(int i)
    {
        foreach (var k in _held[i])
        {
            _looks++;
            if (_attributions[k].Content.Equals(_attributions[i].Content) && !IsPassive(k) && Cites().IsMatch(_attributions[k].Cue.TextOf(_document.Text)))
            {
                return k;
            }
        }

        return null;
    }

    /// <summary>The hops that a statement adds: an outlet it was told to, its speaker, and a document's author.</summary>
    private List<Hop> Own(int i)
    {
        var attribution = _attributions[i];
        var speaker = _speakers[i];
        List<Hop> hops = [];
        if (!speaker.IsFirstPerson && (HeardBy(attribution) ?? speaker.Outlet) is { } outlet)
        {
            hops.Add(new Hop(outlet.Entity.Name, SourceKind.Outlet, SpanList.Of(outlet.Span), HopRelation.Quotes));
        }

        if (speaker.Quoter is { } quoter && !(hops is [var first] && first.Name == quoter.Name))
        {
            hops.Add(new Hop(quoter.Name, quoter.Kind, SpanList.Empty, HopRelation.Quotes));
        }

        if (speaker.Releaser is { } releaser)
        {
            hops.Add(new Hop(releaser.Name, releaser.Kind, SpanList.Empty, HopRelation.Releases));
        }

        var utters = Utters(attribution, speaker);
        hops.Add(new Hop(speaker.Name, speaker.Kind, attribution.Source, speaker.Author is null ? utters : HopRelation.Writes));
        if (speaker.Author is { } author)
        {
            hops.Add(new Hop(author.Name, author.Kind, SpanList.Empty, HopRelation.Writes));
        }

        return hops;
    }

    private HopRelation Utters(Attribution attribution, Speaker speaker)
    {
        var cue = attribution.Cue.TextOf(_document.Text);
        return Cites().IsMatch(cue) ? HopRelation.Cites
            : Written().IsMatch(cue) || speaker.Kind == SourceKind.Document ? HopRelation.Writes
            : Held().IsMatch(cue) ? HopRelation.Believes
            : Released().IsMatch(cue) ? HopRelation.Releases
            : HopRelation.Says;
    }

    /// <summary>"told the Courier", "in an interview with the Courier": not of the outlet whose page this is.</summary>
    private NameMention? HeardBy(Attribution attribution)
    {
        var end = attribution.Cue[^1].End;
        var cue = attribution.Cue.TextOf(_document.Text);
        var after = _document.Text[end..Math.Min(end + 90, _document.Text.Length)];
        var line = after.AsSpan().IndexOfAny('\n', '“', '"');
        var reach = Interview().Match(line >= 0 ? after[..line] : after);
        var from = Told().IsMatch(cue) && !WasTold().IsMatch(cue) ? end : reach.Success ? end + reach.Index + reach.Length : -1;
        if (from < 0)
        {
            return null;
        }

        var name = NameFinder.FirstFrom(_names, from);
        return name is not null && !name.Entity.IsPerson && !IsPlatform(name.Entity.Name) && !IsOwn(name.Entity.Name)
            && IsHearer(name, from)
                ? name
                : null;
    }

    /// <summary>
    /// Whether a name right behind "told" is an outlet's: by its words, by what stands before it, or since it is no body that
    /// hears people.
    /// </summary>
    private bool IsHearer(NameMention name, int from)
    {
        var between = _document.Text[from..name.Span.Start].Trim();
        return (between is "a" or "an" && name.Entity.IsOutlet)
            || (between is "" or "the" or "The" or "to" or "to the"
                && (name.Entity.IsOutlet || between is "The" || name.Entity.Name.StartsWith("The ", StringComparison.Ordinal)
                || (!name.Entity.MayBePerson && !World.IsPlace(name.Entity.Name) && !World.IsDemonym(name.Entity.Name.Split(' ')[0])
                    && !name.Entity.Name.Split(' ').Any(NameWords.Bodies.Contains) && name.Entity.Name.Length > 2)))
            || (between.Length < 40 && OutletBefore().IsMatch(between));
    }

    /// <summary>Where everybody writes, and nobody listens for others.</summary>
    private static bool IsPlatform(string name) =>
        name is "Twitter" or "Facebook" or "Instagram" or "YouTube" or "Telegram" or "TikTok" or "Weibo" or "Snapchat" or "LinkedIn"
        or "WhatsApp" or "TV" or "Internet";

    private bool IsOwn(string outlet) => _document.Outlet is { } own
        && (own.Contains(outlet, StringComparison.OrdinalIgnoreCase) || outlet.Contains(own, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"\b(?:cit(?:e|es|ed|ing)|quot(?:e|es|ed|ing)|attribut(?:e|es|ed|ing)|according)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Cites();

    [GeneratedRegex(@"\b(?:quoted|cited) (?:\w+ ){0,3}(?:by|in)$", RegexOptions.IgnoreCase)]
    private static partial Regex QuotedBy();

    [GeneratedRegex(@"^(?:\S+\s+){0,3}(?:quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing))$", RegexOptions.IgnoreCase)]
    private static partial Regex Quotes();

    [GeneratedRegex(@"\b(?:wr(?:ite|ites|ote|itten|iting)|tweet\w*|post(?:s|ed|ing)|e-?mail\w*|read(?:s|ing)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Written();

    [GeneratedRegex(@"\b(?:believ\w*|think\w*|thought|hop(?:e|es|ed|ing)|fear\w*|want\w*|suspect\w*|know|knew|known|knows|support\w*|oppos\w*|plan\w*|expect\w*|consider\w*|worr\w*|doubt\w*|feel\w*|felt)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Held();

    [GeneratedRegex(@"\b(?:releas\w*|publish\w*|disclos\w*|reveal\w*)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Released();

    [GeneratedRegex(@"^[^.,;:“""]*\b(?:newspaper|daily|weekly|magazine|station|broadcaster|channel|agency|website|site|paper|portal|network|radio|television|tv|podcast|blog|programme|program|show|tabloid)$", RegexOptions.IgnoreCase)]
    private static partial Regex OutletBefore();

    [GeneratedRegex(@"\b(?:was|were|been|be|being|is|are)\s+(?:\w+\s+)?told\b", RegexOptions.IgnoreCase)]
    private static partial Regex WasTold();

    [GeneratedRegex(@"\b(?:told|tell|tells|telling)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Told();

    [GeneratedRegex(@"\b(?:interview (?:with|on|to|in)|speaking (?:to|on|with)|quoted (?:by|in)|(?<=^ )(?:to|on))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Interview();
}
