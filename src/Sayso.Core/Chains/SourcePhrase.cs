using System.Text.RegularExpressions;
using Sayso.Core.Text;

namespace Sayso.Core.Chains;

/// <summary>A source phrase taken apart: pronoun, name, or determiner and head noun.</summary>
internal sealed partial class SourcePhrase
{
    private static readonly HashSet<string> _pronouns = new(
        "i me my mine we us our ours you your he him his she her hers they them their theirs it its who whom whose which that one himself herself themselves".Split(' '), StringComparer.Ordinal);

    private readonly string _text;

    /// <summary>Takes a phrase apart.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="span">The phrase.</param>
    /// <param name="mentions">The names in the document.</param>
    public SourcePhrase(string text, TextSpan span, IEnumerable<NameMention> mentions)
    {
        _text = text;
        Span = span;
        Names = [.. mentions.Where(m => span.Contains(m.Span))];
        var phrase = text[span.Start..span.End];
        Pronoun = _pronouns.Contains(phrase.Trim().ToLowerInvariant()) ? phrase.Trim().ToLowerInvariant() : null;
        var cut = Cut().Match(phrase);
        Segment = cut.Success && cut.Index > 0 ? new TextSpan(span.Start, span.Start + cut.Index) : span;
        var core = Segment.Slice(text).ToString();
        var prep = Preposition().Match(core);
        core = prep.Success && prep.Index > 0 ? core[..prep.Index] : core;
        Core = Trailing().Replace(core, "").Trim();
        CoreEnd = span.Start + (prep.Success && prep.Index > 0 ? prep.Index : Segment.Length);
        Words = [.. Core.Split([' ', '\u00A0', '\n'], StringSplitOptions.RemoveEmptyEntries)];
        Determiner = Words.Length > 0 ? Words[0].ToLowerInvariant() : string.Empty;
        Head = Words.Length > 0 ? Words[^1].Trim('"', '“', '”', '\'', '’', '.').ToLowerInvariant() : string.Empty;
    }

    /// <summary>Where it stands.</summary>
    public TextSpan Span { get; }

    /// <summary>The whole phrase if it is a pronoun, lower case.</summary>
    public string? Pronoun { get; }

    /// <summary>The names in it.</summary>
    public IReadOnlyList<NameMention> Names { get; }

    /// <summary>Up to the first comma or relative pronoun.</summary>
    public TextSpan Segment { get; }

    /// <summary>The noun phrase without what follows a preposition or possessive.</summary>
    public string Core { get; }

    /// <summary>Where the core ends in the text.</summary>
    public int CoreEnd { get; }

    /// <summary>The core's words.</summary>
    public string[] Words { get; }

    /// <summary>The first word, lower case.</summary>
    public string Determiner { get; }

    /// <summary>The last word, lower case.</summary>
    public string Head { get; }

    /// <summary>The head in the singular.</summary>
    public string Singular => Head.EndsWith("ies", StringComparison.Ordinal)
        ? Head[..^3] + "y" : Head.EndsWith('s') && !Head.EndsWith("ss", StringComparison.Ordinal) ? Head[..^1] : Head;

    /// <summary>Whether the head looks like a plural.</summary>
    public bool IsPlural => Head is "people" or "men" or "women" or "children" or "police" or "staff"
        || (Head != Singular && Head.Length > 3);

    /// <summary>The name that the phrase is: at the end of its core, or in apposition to it.</summary>
    public NamedEntity? NameOfIt()
    {
        var coreName = Names.LastOrDefault(n => n.Span.End <= CoreEnd && EndsCore(n.Span.End));
        if (coreName is not null && !(IsIndefinite && !coreName.Entity.IsPerson))
        {
            return coreName.Entity;
        }

        // "The White House's previous | estimate": the adjective belongs to the cue.
        if (Names is [var owner, ..] && Adjective().IsMatch(_text.AsSpan(owner.Span.End, Span.End - owner.Span.End)))
        {
            return owner.Entity;
        }

        // "Former Secretary of Defence Dunja Harpel": the office has a preposition in it.
        if (Names.FirstOrDefault(n => n.Entity.IsPerson && n.Span.End == Segment.End) is { } holder
            && Office().IsMatch(_text.AsSpan(Span.Start, holder.Span.Start - Span.Start)))
        {
            return holder.Entity;
        }

        if (Names.FirstOrDefault(n => (n.Entity.IsPerson || n.Entity.MayBePerson)
            && Called().IsMatch(_text.AsSpan(Span.Start, n.Span.Start - Span.Start))) is { } called)
        {
            return called.Entity;
        }

        // "the chief engineer, Dunja Harpel", "Averholm's mayor, Dunja Harpel, 41".
        var apposed = Names.FirstOrDefault(n => n.Span.Start >= Segment.End && _text[Segment.End] == ','
            && IsTitle(_text[(Segment.End + 1)..n.Span.Start]));
        return apposed is not null && !char.IsLower(_text[Math.Min(apposed.Span.End + 1, _text.Length - 1)]) ? apposed.Entity
            : apposed is { Entity.IsPerson: true } ? apposed.Entity
            : null;
    }

    /// <summary>The names of "Ilo Verrin and Dunja Harpel"; fewer than two where it is one.</summary>
    public IReadOnlyList<NamedEntity> Joint()
    {
        var ordered = Names.OrderBy(n => n.Span).ToList();
        if (ordered.Count < 2 || !Lead().IsMatch(_text.AsSpan(Span.Start, ordered[0].Span.Start - Span.Start)))
        {
            return [];
        }

        for (var i = 1; i < ordered.Count; i++)
        {
            if (_text[ordered[i - 1].Span.End..ordered[i].Span.Start].Trim() is not ("and" or "," or "&" or ", and" or "and the" or "or"))
            {
                return [];
            }
        }

        var tail = _text[ordered[^1].Span.End..Span.End].Trim(' ', ',', '’', '\'', 's');
        return tail.Length == 0 && _text[ordered[^2].Span.End..ordered[^1].Span.Start].Trim() != ","
            ? [.. ordered.Select(n => n.Entity).Distinct()] : [];
    }

    /// <summary>Whether it begins with "a" or another word that says the text has not met it.</summary>
    public bool IsIndefinite => Determiner is "a" or "an" or "another" or "one" or "some" or "several" or "two" or "three" or "four"
        or "five" or "six" or "many" or "few" or "unnamed" or "dozens" or "other";

    /// <summary>Whether it is none of several: "none of the candidates", "no candidate".</summary>
    public bool IsNobody => Nobody().IsMatch(_text.AsSpan(Span.Start, Span.Length));

    /// <summary>The phrase without its first article, up to the first comma or relative pronoun.</summary>
    public string Description()
    {
        var phrase = Whitespace().Replace(Segment.Slice(_text).ToString(), " ");
        phrase = Trailing().Replace(Article().Replace(Nobody().Replace(phrase, ""), ""), "").Trim();
        return phrase.Length > 0 ? phrase : Segment.Slice(_text).ToString();
    }

    /// <summary>Whether nothing but titles or a person's trade stands there: ", Dr Dunja Harpel", ", fisherman Ilo Verrin".</summary>
    private static bool IsTitle(string between) =>
        between.Length < 40 && between.Split(' ', StringSplitOptions.RemoveEmptyEntries) is var words
            && (words.All(w => WordList.Sources["title"].Contains(w.TrimEnd('.').ToLowerInvariant()))
                || (words.Length < 4 && char.IsLower(words[0][0]) && NameWords.IsPerson(words[^1])));

    private bool EndsCore(int end)
    {
        for (var i = end; i < CoreEnd; i++)
        {
            if (char.IsLetterOrDigit(_text[i]) && !(i > 0 && _text[i - 1] is '\'' or '’' && _text[i] == 's'))
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@",(?!\d)|[ \u00A0](?:who|whom|whose|which|that|where|when|speaking|including|citing|quoting)\b|\(|[ \u00A0][—–-][ \u00A0]|—|\n")]
    private static partial Regex Cut();

    [GeneratedRegex(@"^['’]s? (?:previous|own|earlier|first|latest|recent|initial|new|original|repeated|public|long-standing|current|prior|last|official|final|stated|early|later|second|many|frequent|longtime|ongoing|continued|apparent|subsequent)$")]
    private static partial Regex Adjective();

    [GeneratedRegex(@"^(?:(?:the|The|[Ff]ormer|then|acting|deputy|outgoing|incoming|assistant|vice|of|for|and|\p{Lu}[\p{L}.’'-]*)\s)+$")]
    private static partial Regex Office();

    /// <summary>"A retired archivist named", "the whistleblower, a driver called".</summary>
    [GeneratedRegex(@"\b(?:named|called|identified as|known as)\s+(?:\p{Lu}\p{L}{0,4}\.?\s+)?$")]
    private static partial Regex Called();

    [GeneratedRegex(@"[ \u00A0](?:of|in|from|at|for|on|with|by|to|about|near|inside|close|familiar|briefed|who|among|under|against|around|along|across|over|behind|within|between|without|as|released|obtained|seen|published|issued|taken|signed|dated|working|involved|standing|affiliated|representing|conducted|written|sent|posted|filed|loyal|led)\b")]
    private static partial Regex Preposition();

    [GeneratedRegex(@"(?:['’]s|['’])?[\s,;:.—–-]*$")]
    private static partial Regex Trailing();

    /// <summary>What may stand before the first of several names: an article and titles, nothing that makes them examples.</summary>
    [GeneratedRegex(@"^(?!.*\b(?:like|including|of|for|by|from|as|in|at|near)\b)[^,;:(]{0,40}$")]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?:the|a|an|The|A|An|his|her|its|their|His|Her|Its|Their|this|This|these|These|that|That)[ \u00A0]")]
    private static partial Regex Article();

    /// <summary>"None of the candidates", "no candidate": who is spoken of are the candidates.</summary>
    [GeneratedRegex(@"^(?:(?:[Nn]one|[Nn]either|[Ee]ach|[Aa]ny)\s+of\s+|[Nn]o\s+(?!one\b))")]
    private static partial Regex Nobody();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
