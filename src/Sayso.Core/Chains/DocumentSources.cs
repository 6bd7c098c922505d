using System.Text.RegularExpressions;
using Sayso.Core.Entities;
using Sayso.Core.Text;

namespace Sayso.Core.Chains;

/// <summary>
/// Documents that speak: who wrote them, who made them public, and which of those that the text has told of "the letter"
/// is. What is looked at beside a name or a cue is bounded.
/// </summary>
internal sealed partial class DocumentSources
{
    private const int Reach = 70;
    private const int LeadReach = 400;
    private const int SentenceReach = 300;
    private const int SubjectReach = 120;
    private readonly SpeakerScene _scene;
    private readonly Func<TextSpan, Speaker> _resolve;
    private readonly Dictionary<string, List<Told>> _told = new(StringComparer.Ordinal);

    /// <summary>Finds what the text says of whose its documents are.</summary>
    /// <param name="scene">The text with its names.</param>
    /// <param name="resolve">Whom a phrase means.</param>
    public DocumentSources(SpeakerScene scene, Func<TextSpan, Speaker> resolve)
    {
        (_scene, _resolve) = (scene, resolve);
        foreach (var mention in scene.Names)
        {
            Owned(mention);
            WrittenBy(mention);
        }

        foreach (var match in Issued().EnumerateMatches(scene.Text))
        {
            IssuedBy(new TextSpan(match.Index, match.Index + match.Length));
        }
    }

    /// <summary>Whether a phrase is for a document.</summary>
    public static bool IsDocument(SourcePhrase phrase)
    {
        var documents = WordList.Sources["document"];
        return (documents.Contains(phrase.Singular) || documents.Contains(phrase.Head))
            && !phrase.Names.Any(n => n.Entity.IsPerson && n.Span.Start == phrase.Span.Start && phrase.Words.Length == 1);
    }

    /// <summary>Remembers "said in a statement": the statement is the speaker's.</summary>
    /// <param name="cue">The cue.</param>
    /// <param name="source">The source.</param>
    /// <param name="speaker">Who the source is.</param>
    public void Hear(TextSpan cue, TextSpan source, Speaker speaker)
    {
        // "In a statement, Brenn Line said".
        var head = _scene.Text.AsSpan(Math.Max(0, source.Start - Reach), source.Start - Math.Max(0, source.Start - Reach));
        if (speaker.Kind is SourceKind.Named or SourceKind.Outlet && speaker.Name != Hop.Unspecified && head.TrimEnd().EndsWith(",")
            && InWriting().Match(head[(head.LastIndexOfAny('.', '\n', '“') + 1)..].ToString()) is { Success: true } opening)
        {
            Add(opening.Groups[1].Value, new Told(source.Start, opening.Groups[1].Value, speaker));
        }

        var end = Math.Min(cue.End + Reach, _scene.Text.Length);
        var slice = _scene.Text[cue.Start..end];
        var line = slice.AsSpan(cue.Length).IndexOfAny("\n“\"");
        if (speaker.Kind is SourceKind.Named or SourceKind.Outlet
            && InWriting().Match(line < 0 ? slice : slice[..(cue.Length + line)]) is { Success: true } found)
        {
            Add(found.Groups[1].Value, new Told(cue.Start, found.Groups[1].Value, speaker));
        }
    }

    /// <summary>The poll that is being told of.</summary>
    public Speaker? PollBefore(int at) =>
        _scene.Before(at).Select(s => s.Speaker)
            .FirstOrDefault(s => s is { Kind: SourceKind.Document, Head: "poll" or "survey" or "study" or "census" })
        ?? ((Last("poll", at) ?? Last("survey", at)) is { } told ? Named(told) : null);

    /// <summary>A document's phrase resolved.</summary>
    public Speaker Read(SourcePhrase phrase)
    {
        var isDefinite = phrase.Determiner is "the" or "that" or "this" or "these" or "those"
            || (phrase.Span.Start < _scene.EndOfHeadline && !phrase.IsIndefinite);
        if (isDefinite && phrase.Names.Count == 0 && Met(phrase) is { } same)
        {
            return same;
        }

        var author = Author(phrase);
        return new Speaker(NameOf(phrase), SourceKind.Document)
        {
            Head = phrase.Singular,
            IsPlural = phrase.IsPlural,
            Author = author,
            Releaser = Releaser(phrase, author),
            Outlet = phrase.Names.FirstOrDefault(n => n.Entity != author?.Entity
                && WasGiven().IsMatch(_scene.Text[phrase.Span.Start..n.Span.Start])
                && (n.Entity.IsOutlet || OutletNoun().IsMatch(_scene.Text[phrase.Span.Start..n.Span.Start]))),
        };
    }

    /// <summary>"The letter" of which the text has told, or, in its lead, will tell.</summary>
    private Speaker? Met(SourcePhrase phrase)
    {
        var at = phrase.Span.Start;
        var isOverheard = WordList.Sources["overheard"].Contains(phrase.Singular);
        var spoken = _scene.Before(at).Select(s => s.Speaker).FirstOrDefault(s => s.Kind == SourceKind.Document
            && (s.Head == phrase.Singular || (isOverheard && phrase.Determiner is "these" or "this"
                && WordList.Sources["overheard"].Contains(s.Head!))));
        if (spoken is { Author: not null } or { Releaser: not null } or { Outlet: not null })
        {
            return spoken;
        }

        var told = Last(phrase.Singular, at) ?? (at < _scene.EndOfHeadline + LeadReach ? First(phrase.Singular) : null);
        return told is not null ? Named(told) : spoken;
    }

    private static Speaker Named(Told told) => new(told.Name, SourceKind.Document) { Head = told.Head, Author = told.Author };

    private Told? Last(string head, int at)
    {
        if (!_told.TryGetValue(head, out var told))
        {
            return null;
        }

        int low = 0, high = told.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = told[middle].At < at ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? null : told[low - 1];
    }

    private Told? First(string head) => _told.TryGetValue(head, out var told) ? told[0] : null;

    private void Add(string head, Told told)
    {
        var key = head.ToLowerInvariant();
        if (!_told.TryGetValue(key, out var list))
        {
            list = _told[key] = [];
        }

        // In order of the text, however they are met: most come last.
        var place = list.Count;
        while (place > 0 && list[place - 1].At > told.At && list.Count - place < 50)
        {
            place--;
        }

        list.Insert(place, told with { Head = key });
    }

    /// <summary>"NAME's letter", "a NAME poll".</summary>
    private void Owned(NameMention mention)
    {
        var end = mention.Span.End;
        var match = OwnWriting().Match(_scene.Text[end..Math.Min(end + Reach, _scene.Text.Length)]);
        if (match.Success && WordList.Sources["writing"].Contains(match.Groups[2].Value)
            && (match.Groups[1].Length > 0 || !mention.Entity.IsPerson))
        {
            Add(match.Groups[2].Value, new Told(mention.Span.Start, _scene.Text[mention.Span.Start..(end + match.Length)],
                Speaker.Of(mention.Entity)));
        }
    }

    /// <summary>"a letter from NAME".</summary>
    private void WrittenBy(NameMention mention)
    {
        var start = Math.Max(0, mention.Span.Start - Reach);
        var match = WritingBy().Match(_scene.Text[start..mention.Span.Start]);
        if (match.Success && WordList.Sources["writing"].Contains(match.Groups[1].Value))
        {
            Add(match.Groups[1].Value, new Told(start + match.Index, match.Groups[1].Value, Speaker.Of(mention.Entity)));
        }
    }

    /// <summary>"NAME of the harbour school wrote a long letter": the name that its sentence begins with.</summary>
    private void IssuedBy(TextSpan verb)
    {
        NameMention? subject = null;
        for (var i = _scene.LastBefore(verb.Start); i >= 0 && verb.Start - _scene.Names[i].Span.Start < SubjectReach
            && _scene.SentencesBetween(_scene.Names[i].Span.Start, verb.Start) == 0; i--)
        {
            subject = subject is null || !_scene.IsPossessive(_scene.Names[i]) ? _scene.Names[i] : subject;
        }

        var words = _scene.Text[verb.Start..verb.End];
        var head = words[(words.LastIndexOf(' ') + 1)..];
        if (subject is not null && WordList.Sources["writing"].Contains(head))
        {
            Add(head, new Told(subject.Span.Start, head, Speaker.Of(subject.Entity)));
        }
    }

    /// <summary>
    /// "Gallup's own poll", "a Fox poll", "a statement from the port", "a letter by Harpel", "her will", "the mill's report".
    /// </summary>
    private Speaker? Author(SourcePhrase phrase)
    {
        if (phrase.Names.Where(n => n.Span.End <= phrase.CoreEnd && IsAuthor(n.Entity)).MaxBy(n => n.Span.End) is { } within)
        {
            return Speaker.Of(within.Entity);
        }

        if (phrase.Determiner == "its" && Subject(phrase.Span.Start) is { } subject)
        {
            return Speaker.Of(subject);
        }

        TextSpan? by = null;
        if (phrase.Determiner is "his" or "her" or "its" or "their")
        {
            by = new TextSpan(phrase.Span.Start, phrase.Span.Start + phrase.Determiner.Length);
        }
        else if (phrase.Core.IndexOf("’s ", StringComparison.Ordinal) is var own
            && (own > 0 || (own = phrase.Core.IndexOf("'s ", StringComparison.Ordinal)) > 0))
        {
            by = new TextSpan(phrase.Span.Start, phrase.Span.Start + own);
        }
        else if (By().Match(_scene.Text[phrase.CoreEnd..phrase.Span.End]) is { Success: true } found)
        {
            by = new TextSpan(phrase.CoreEnd + found.Groups[1].Index, phrase.CoreEnd + found.Groups[1].Index + found.Groups[1].Length);
        }
        else if (phrase.Names.FirstOrDefault(n => n.Span.Start >= phrase.CoreEnd && IsAuthor(n.Entity)
            && _scene.Text[phrase.CoreEnd..n.Span.Start].Trim() is "of the" or "in" or "in the") is { } named)
        {
            return Speaker.Of(named.Entity);
        }

        return by is { Length: > 1 } span && _resolve(span) is { Kind: not SourceKind.Document } author && author.Name != Hop.Unspecified
            ? author : null;
    }

    /// <summary>Whether it may write: a person, body or outlet, and not what a document is about, "a Tarn poll", "the DNA report".</summary>
    private bool IsAuthor(NamedEntity entity) => entity.IsPerson || entity.IsOutlet
        || (!World.IsDemonym(entity.Name) && !World.IsPlace(entity.Name) && _scene.KindOf(entity) is EntityType.Organization or EntityType.Person);

    /// <summary>The body that a sentence begins with: "The port said that it was full, according to its register".</summary>
    private NamedEntity? Subject(int at)
    {
        for (var i = _scene.LastBefore(at); i >= 0 && at - _scene.Names[i].Span.Start < SentenceReach; i--)
        {
            if (_scene.IsFirstOfSentence(_scene.Names[i]))
            {
                var name = _scene.Names[i];
                return name.Entity.IsPerson || _scene.SentencesBetween(name.Span.End, at) > 0 ? null : name.Entity;
            }
        }

        return null;
    }

    /// <summary>"Recordings released by the ministry": of what others said.</summary>
    private Speaker? Releaser(SourcePhrase phrase, Speaker? author)
    {
        if (!WordList.Sources["overheard"].Contains(phrase.Singular))
        {
            return null;
        }

        var rest = _scene.Text[phrase.CoreEnd..phrase.Span.End];
        return ReleasedBy().Match(rest) is { Success: true } found
            && _resolve(new TextSpan(phrase.CoreEnd + found.Groups[1].Index, phrase.CoreEnd + found.Groups[1].Index
                + found.Groups[1].Length)) is { } releaser
            && releaser.Name != Hop.Unspecified && (author is null || !releaser.IsSame(author))
                ? releaser with { Author = null }
                : null;
    }

    /// <summary>The document without those who wrote it or passed it on, who are hops of their own.</summary>
    private static string NameOf(SourcePhrase phrase)
    {
        var name = phrase.Description();

        // What cuts it stands behind the noun: "recently intercepted calls" is all noun phrase.
        var noun = Math.Max(0, name.IndexOf(phrase.Words[^1], StringComparison.Ordinal));
        var cut = PassedOn().Match(name, noun);
        name = cut.Success && cut.Index > noun ? name[..cut.Index].TrimEnd(' ', ',') : name;
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space > 4 && name.AsSpan(0, space).EndsWith("ly", StringComparison.Ordinal) ? name[(space + 1)..] : name;
    }

    private sealed record Told(int At, string Name, Speaker Author)
    {
        public string Head { get; init; } = string.Empty;
    }

    [GeneratedRegex(@"\b(?:[Ii]n|via|through|by)\s+(?:an?|the|his|her|its|their|this)\s+(?:[\p{L}-]+\s+){0,2}?(statement|letter|e-?mail|memo|memorandum|note|report|message|tweet|post|blog|column|op-ed|editorial|article|book|memoir|filing|lawsuit|complaint|affidavit|study|paper|release|text|diary)\b")]
    private static partial Regex InWriting();

    [GeneratedRegex(@"\b(?:issued|sent|released|wrote|published|posted|filed|circulated|signed|penned)\s(?:an?|its|his|her|their)\s(?:[\p{L}-]+\s){0,2}?(?:statement|letter|e-?mail|memo|memorandum|note|report|message|tweet|post|article|op-ed|lawsuit|complaint|press release|release|study|petition)\b")]
    private static partial Regex Issued();

    [GeneratedRegex(@"^(['’]s?)?\s+(?:(?!(?:the|an?|his|her|its|their|and|or|to|in|on|of|for|said|says|from|with|by|that|who|which|was|is|has|had)\b)[\p{L}\d][\p{L}\d/-]*\s+){0,3}?([\p{Ll}][\p{Ll}-]+)\b")]
    private static partial Regex OwnWriting();

    [GeneratedRegex(@"\b([\p{Ll}][\p{Ll}-]+)(?:\s+(?!(?:obtained|seen|reviewed|published|broadcast|leaked|released|quoted|cited)\b)[\p{L}\d]+){0,3}?,?\s+(?:by|from)\s+(?:the\s+)?(?:\p{Ll}[\p{L}-]*\s+){0,3}$")]
    private static partial Regex WritingBy();

    [GeneratedRegex(@"^[\s,]*(?:[^.;\n]{0,80}?\b(?:written|issued|conducted|published|signed|sent|compiled|drafted|carried out|commissioned|penned|posted|filed|prepared|produced)\s+(?:(?:on|this|last|in|late)\s+\w+\s+)?(?:for\s+[\p{L} ]{1,30}\s+)?by|by|from)\s+([^,;.\n(“""]{2,60}?)(?=\s+(?:to|and|on|in|that|which|who|about|seen|obtained|released|published|leaked|addressed|dated|last|this|reviewed|shown)\b|[,;.\n(“""]|$)")]
    private static partial Regex By();

    [GeneratedRegex(@"\b(?:released|intercepted|recorded|made\s+public|published|disclosed|circulated|provided|broadcast|shared|posted)(?:\s+(?:on|this|last|in)\s+\w+)?\s+by\s+([^,;.\n(“""]{2,60}?)(?=\s+(?:to|and|on|in|that|which|who|last|this)\b|[,;.\n(“""]|$)")]
    private static partial Regex ReleasedBy();

    /// <summary>
    /// "A memo obtained by the Courier", "a letter leaked to the radio station …": the outlet is the first to pass it on.
    /// </summary>
    [GeneratedRegex(@"\b(?:obtained|seen|published|reviewed|released|broadcast|aired|posted|printed|leaked|shown|given|sent|passed|described)\s+(?:by|to|on|in)\s+(?:the\s+)?(?:\p{Ll}[\p{L}-]*\s+){0,3}$")]
    private static partial Regex WasGiven();

    [GeneratedRegex(@"\b(?:newspaper|daily|weekly|magazine|station|broadcaster|channel|agency|website|site|paper|newsletter|portal|tabloid|blog)\s+$")]
    private static partial Regex OutletNoun();

    [GeneratedRegex(@",?\s(?:(?:also\s+)?(?:obtained|seen|published|reviewed|released|broadcast|aired|posted|printed|leaked|shown|given|passed|described|intercepted|written|signed|compiled|drafted|issued|conducted|carried out|dated)\b|(?:by|from)\s)")]
    private static partial Regex PassedOn();
}
