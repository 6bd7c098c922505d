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

    /// <summary>Characters from the words that report to whom they cite, at most.</summary>
    private const int LongestCiting = 80;

    private readonly Document _document;
    private readonly IReadOnlyList<Attribution> _attributions;
    private readonly IReadOnlyList<Attitude> _attitudes;
    private readonly IReadOnlyList<NameMention> _names;
    private readonly Dictionary<Attribution, int> _index = [];
    private readonly ILookup<int?, int> _held;
    private readonly Speaker[] _speakers;
    private readonly ValueList<Hop>?[] _chains;
    private readonly Dictionary<int, int?> _cited = [];
    private readonly Hearing _hearing;
    private long _looks;

    private ChainBuilder(Document document, IReadOnlyList<Attribution> attributions, IReadOnlyList<Attitude> attitudes)
    {
        (_document, _attributions, _attitudes) = (document, attributions, attitudes);
        _names = NameFinder.Find(document.Text, out _looks);
        _hearing = new Hearing(document, _names);
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

    /// <summary>Tells of each choice among persons that resolving the sources takes.</summary>
    internal static void Observe(Document document, IReadOnlyList<Attribution> attributions,
        Action<TextSpan, IReadOnlyList<SpeakerCandidate>, IReadOnlyList<double[]>> observe) =>
        new ChainBuilder(document, attributions, []).Resolve(observe);

    /// <summary>Each statement inside another one of which weights decide whether that one's speaker tells of it, with its features.</summary>
    internal static IEnumerable<(Attribution Held, double[] Features)> Nestings(Document document, IReadOnlyList<Attribution> attributions)
    {
        Attitude[] attitudes = [.. attributions.Select(a => AttitudeReader.Read(document.Text, a.Cue, RunInHeadlines.LeftOut(document.Text, a.Content), a.Source))];
        var builder = new ChainBuilder(document, attributions, attitudes);
        builder.Resolve();
        for (var i = 0; i < attributions.Count; i++)
        {
            if (builder.HolderOf(i) is { } h && !builder._speakers[i].IsFirstPerson && !builder._speakers[i].IsSame(builder._speakers[h])
                && !builder.IsQuoting(h, i) && !builder.IsSource(h, i))
            {
                yield return (attributions[i], builder.Nesting(i, h));
            }
        }
    }

    /// <summary>Speakers in order of the text, but a holder's before those it holds.</summary>
    private void Resolve(Action<TextSpan, IReadOnlyList<SpeakerCandidate>, IReadOnlyList<double[]>>? observe = null)
    {
        var resolver = new SpeakerResolver(_document, _names, observe);
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
        return HopRelations.Ended(Cited(i) is null && Quoted(i) is { } quoted && !_speakers[quoted].IsSame(_speakers[i])
            ? ((IEnumerable<Hop>)[.. chain, .. Own(quoted)]).ToValueList() : chain);
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
                own = [.. HopRelations.Citing(Own(h)), .. own];
            }
            else if (_speakers[i].IsFirstPerson || _speakers[i].IsSame(_speakers[h]))
            {
                own = [.. held];
            }
            else if (FeatureWeights.OfNesting.Score(Nesting(i, h)) > 0)
            {
                own = [.. held, .. own];
            }
        }
        else if (Cited(i) is { } cited)
        {
            own = [.. HopRelations.Citing(own), .. Own(cited)];
        }

        return (_chains[i] = own.ToValueList())!;
    }

    /// <summary>What speaks for it that the holder's speaker tells of the one inside.</summary>
    private double[] Nesting(int inner, int holder) => NestingFeatures.Of(_document.Text,
        new NestedStatement(_attributions[inner], _speakers[inner], _attitudes[inner].Stance),
        new NestedStatement(_attributions[holder], _speakers[holder], _attitudes[holder].Stance), IsQuoted(inner, holder));

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
        if (!speaker.IsFirstPerson && (_hearing.By(attribution) ?? speaker.Outlet) is { } outlet)
        {
            hops.Add(new Hop(outlet.Entity.Name, SourceKind.Outlet, SpanList.Of(outlet.Span), HopRelation.Quotes));
        }

        if (speaker.Quoter is { } quoter && !(hops is [var first] && first.Name == quoter.Name))
        {
            hops.Add(new Hop(quoter.Name, quoter.Kind, SpanList.Empty, HopRelation.Quotes));
        }

        if (hops.Count == 0 && Citing(attribution) is { } citing)
        {
            var named = Speaker.Of(citing.Entity);
            hops.Add(new Hop(named.Name, named.Kind, SpanList.Of(citing.Span), HopRelation.Cites));
        }

        if (speaker.Releaser is { } releaser)
        {
            hops.Add(new Hop(releaser.Name, releaser.Kind, SpanList.Empty, HopRelation.Releases));
        }

        var utters = HopRelations.Of(attribution.Cue.TextOf(_document.Text), speaker.Kind);
        hops.Add(new Hop(speaker.Name, speaker.Kind, attribution.Source, speaker.Author is null ? utters : HopRelation.Writes));
        if (speaker.Author is { } author)
        {
            hops.Add(new Hop(author.Name, author.Kind, SpanList.Empty, HopRelation.Writes));
        }

        return hops;
    }

    /// <summary>Whoever "reported on Wednesday, citing experts": the experts are the source, and he passes on what they say.</summary>
    private NameMention? Citing(Attribution attribution)
    {
        if (attribution.Source.Count == 0 || attribution.Source[0].Start is var source && attribution.Cue[0].End > source
            || source - attribution.Cue[0].End > LongestCiting || !CitingBefore().IsMatch(_document.Text[attribution.Cue[0].End..source]))
        {
            return null;
        }

        var before = Sorted.CountWhere(_names.Count, i => _names[i].Span.Start < attribution.Cue[0].Start);
        return before > 0 && _names[before - 1] is var name && name.Span.End <= attribution.Cue[0].Start && Auxiliary().IsMatch(_document.Text[name.Span.End..attribution.Cue[0].Start]) && !_hearing.IsOwn(name.Entity.Name) ? name : null;
    }

    [GeneratedRegex(@"\b(?:cit(?:e|es|ed|ing)|quot(?:e|es|ed|ing)|attribut(?:e|es|ed|ing)|according)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Cites();

    [GeneratedRegex(@"^[^.;:!?“”""\n]{0,60},? (?:citing|quoting) (?:\p{L}+ ){0,2}$")]
    private static partial Regex CitingBefore();

    [GeneratedRegex(@"^\s*(?:(?:has|had|have|also|first|later)\s+){0,2}$")]
    private static partial Regex Auxiliary();

    [GeneratedRegex(@"\b(?:quoted|cited) (?:\w+ ){0,3}(?:by|in)$", RegexOptions.IgnoreCase)]
    private static partial Regex QuotedBy();

    [GeneratedRegex(@"^(?:\S+\s+){0,3}(?:quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing))$", RegexOptions.IgnoreCase)]
    private static partial Regex Quotes();
}
