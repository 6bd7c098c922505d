using Sayso.Core.Entities;
using Sayso.Core.Text;

namespace Sayso.Core.Chains;

/// <summary>
/// A text with its names, and who has spoken so far. What is looked back over is bounded: the last speakers and names.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="names">Its names, in order.</param>
internal sealed class SpeakerScene(string text, IReadOnlyList<NameMention> names)
{
    private const int NamesLookedAt = 40;
    private const int SpeakersLookedAt = 12;
    private const int LongestReach = 1500;
    private const int LongestHead = 60;
    private readonly List<Spoken> _spoken = [];
    private readonly Dictionary<NamedEntity, EntityType> _kinds = [];
    private readonly Lazy<ILookup<NamedEntity, TextSpan>> _mentions = new(() => names.ToLookup(n => n.Entity, n => n.Span));
    private readonly IReadOnlyList<TextSpan> _sentences = Sentences.Of(text);
    private readonly HashSet<NamedEntity> _inHeadline = OfHeadline(names, text.IndexOf('\n', StringComparison.Ordinal));
    private readonly List<int> _lineEnds = [.. Enumerable.Range(0, text.Length).Where(i => text[i] == '\n')];

    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>Where the headline ends: the first line; -1 in a text of one line.</summary>
    public int EndOfHeadline { get; } = text.IndexOf('\n', StringComparison.Ordinal);

    /// <summary>Its names, in order.</summary>
    public IReadOnlyList<NameMention> Names { get; } = names;

    /// <summary>How many names, speakers and characters have been looked back over.</summary>
    public long Looks { get; private set; }

    /// <summary>Somebody is a source here.</summary>
    /// <param name="at">The place.</param>
    /// <param name="speaker">Who.</param>
    /// <param name="gender">Of a pronoun, what it says.</param>
    public void Add(int at, Speaker speaker, Gender gender) => _spoken.Add(new Spoken(at, speaker, gender));

    /// <summary>Who spoke before a place, the last one first.</summary>
    public IEnumerable<Spoken> Before(int at)
    {
        for (int i = _spoken.Count - 1, seen = 0; i >= 0 && _spoken.Count - i <= 4 * SpeakersLookedAt && seen < SpeakersLookedAt; i--)
        {
            Looks++;
            var spoken = _spoken[i];
            if (spoken.Position < at && at - spoken.Position < LongestReach && spoken.Speaker.Name != Hop.Unspecified)
            {
                seen++;
                yield return spoken;
            }
        }
    }

    /// <summary>The names before a place, the last one first.</summary>
    public IEnumerable<NameMention> NamesBefore(int at)
    {
        for (int i = LastBefore(at), seen = 0; i >= 0 && seen < NamesLookedAt && at - Names[i].Span.Start < LongestReach; i--, seen++)
        {
            Looks++;
            yield return Names[i];
        }
    }

    /// <summary>The names that begin in a span, or a little before its end.</summary>
    public IEnumerable<NameMention> Within(TextSpan span)
    {
        for (var i = LastBefore(span.End); i >= 0 && Names[i].Span.Start >= span.Start; i--)
        {
            Looks++;
            yield return Names[i];
        }
    }

    /// <summary>The index of the last name that begins before a place; -1 where none does.</summary>
    public int LastBefore(int at)
    {
        int low = 0, high = Names.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Names[middle].Span.Start < at ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    /// <summary>A phrase taken apart.</summary>
    public SourcePhrase Phrase(TextSpan span) => new(Text, span, Within(span));

    /// <summary>Whether a name is at the head of its sentence.</summary>
    public bool IsFirstOfSentence(NameMention mention) => IsHeadOfSentence(mention.Span.Start);

    /// <summary>Whether a place is at the head of its sentence: no comma before it, and not many words.</summary>
    public bool IsHeadOfSentence(int at)
    {
        var start = SentencesBegunBy(at) is > 0 and var begun ? _sentences[begun - 1].Start : 0;
        return at - start < LongestHead && !Text.AsSpan(start, at - start).Contains(',');
    }

    /// <summary>Whether a name is somebody's to whom something belongs: "Harpel's".</summary>
    public bool IsPossessive(NameMention mention) => mention.Span.End < Text.Length && Text[mention.Span.End] is '’' or '\'';

    /// <summary>How many sentences end between two places.</summary>
    public int SentencesBetween(int start, int end) => Math.Max(0, SentencesBegunBy(end) - Math.Max(1, SentencesBegunBy(start)));

    /// <summary>How many lines end between two places.</summary>
    public int LinesBetween(int start, int end) => Before(_lineEnds, end) - Before(_lineEnds, start);

    /// <summary>What a name that is not known for a person's is likeliest the name of.</summary>
    public EntityType KindOf(NamedEntity entity)
    {
        if (entity.IsPerson)
        {
            return EntityType.Person;
        }

        if (!_kinds.TryGetValue(entity, out var kind))
        {
            _kinds[entity] = kind = EntityTypes.Of(Text, entity, [.. _mentions.Value[entity]]);
        }

        return kind;
    }

    /// <summary>Whether the first line names somebody; never in a text of one line.</summary>
    public bool IsInHeadline(NamedEntity entity) => _inHeadline.Contains(entity);

    private static HashSet<NamedEntity> OfHeadline(IReadOnlyList<NameMention> names, int end) =>
        [.. names.TakeWhile(n => n.Span.Start < end).Select(n => n.Entity)];

    private int SentencesBegunBy(int at) => Sorted.CountWhere(_sentences.Count, i => _sentences[i].Start <= at);

    private static int Before(List<int> places, int at)
    {
        var place = places.BinarySearch(at);
        return place < 0 ? ~place : place;
    }

    /// <summary>Whether a place stands between quotation marks of its line.</summary>
    public bool IsInQuotation(int at)
    {
        var start = Math.Max(0, at - LongestReach);
        var line = start + Text.AsSpan(start, Math.Max(at - start, 0)).LastIndexOf('\n') + 1;
        var isOpen = false;
        Looks += at - start;
        for (var i = line; i < at; i++)
        {
            isOpen = Text[i] switch { '“' or '‘' => true, '”' => false, '"' => !isOpen, _ => isOpen };
        }

        return isOpen;
    }
}
