using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Text;

namespace Sayso.Core.OwnVoice;

/// <summary>A sentence with where its line stands.</summary>
/// <param name="Span">The sentence.</param>
/// <param name="Line">Its line: a paragraph, a headline, a caption.</param>
/// <param name="Before">The last line before that has words; the empty span at 0 for the first.</param>
/// <param name="IsInQuotation">Whether a quotation that its paragraph opened before is still open where it begins or ends.</param>
internal readonly record struct Sentence(TextSpan Span, TextSpan Line, TextSpan Before, bool IsInQuotation);

/// <summary>A clause that no attribution touches.</summary>
/// <param name="Span">Where it stands, without dateline and full stop.</param>
/// <param name="Words">Its words.</param>
/// <param name="IsWhole">Whether it is a sentence of its own.</param>
internal sealed record Clause(TextSpan Span, IReadOnlyList<Word> Words, bool IsWhole);

/// <summary>
/// Cuts a text into clauses outside every attribution: sentences that none touches, and of others the beginning up to a
/// conjunction before the first one ("The mole gave way on Friday, and Harpel said …").
/// </summary>
internal sealed class Clauses
{
    /// <summary>A sentence with more words is a list or a table.</summary>
    private const int MostWords = 70;

    private const int LongestDateline = 60;

    private static readonly HashSet<string> _conjunctions = new(("and but while although though whereas after as when because since so "
        + "before").Split(' '), StringComparer.Ordinal);

    /// <summary>Subordinating words: a beginning before them is whole, one behind them is not.</summary>
    private static readonly HashSet<string> _subordinate = new(("if whether while although though when because since unless until after "
        + "before as once despite").Split(' '), StringComparer.Ordinal);

    private readonly string _text;
    private readonly TextSpan[] _taken;

    /// <summary>Prepares a text.</summary>
    public Clauses(string text, IReadOnlyCollection<Attribution> attributions)
    {
        _text = text;
        List<TextSpan> taken = [];
        foreach (var span in attributions.SelectMany(a => a.Source.Concat(a.Cue).Concat(a.Content)).Order())
        {
            if (taken.Count > 0 && span.Start <= taken[^1].End)
            {
                taken[^1] = new TextSpan(taken[^1].Start, Math.Max(taken[^1].End, span.End));
            }
            else
            {
                taken.Add(span);
            }
        }

        _taken = [.. taken];
    }

    /// <summary>The sentences in order.</summary>
    public IEnumerable<Sentence> Sentences
    {
        get
        {
            TextSpan line = default, before = default;
            var isOpen = false;
            var at = 0;
            foreach (var span in Text.Sentences.Of(_text))
            {
                if (span.Start >= line.End)
                {
                    before = line;
                    line = LineOf(span);
                    (isOpen, at) = (false, line.Start);
                }

                var isInside = Opens(isOpen, at, span.Start);
                isOpen = Opens(isInside, span.Start, span.End);
                at = span.End;
                yield return new Sentence(span, line, before, isInside || isOpen);
            }
        }
    }

    /// <summary>The clause of a sentence that belongs to nobody else; <c>null</c> where there is none.</summary>
    public Clause? Of(Sentence sentence)
    {
        var start = sentence.Span.Start == sentence.Line.Start ? Dateline(sentence.Span) : sentence.Span.Start;
        var first = Sorted.CountWhere(_taken.Length, i => _taken[i].End <= sentence.Span.Start);
        if (first == _taken.Length || _taken[first].Start >= sentence.Span.End)
        {
            return _text[sentence.Span.End - 1] == '.' && sentence.Span.End - 1 > start
                ? Made(start, sentence.Span.End - 1, isWhole: true) : null;
        }

        return _taken[first].Start > start && !sentence.IsInQuotation ? Beginning(start, _taken[first].Start) : null;
    }

    /// <summary>The words up to the conjunction before an attribution, where they are a clause of their own.</summary>
    private Clause? Beginning(int start, int end)
    {
        var words = WordReader.Read(_text, [new TextSpan(start, end)], MostWords + 1);
        var last = words.Count - 1;
        if (last < 1)
        {
            return null;
        }

        var isStop = words[last].Form is ";" or "—" or "–";
        var isConjunction = _conjunctions.Contains(words[last].Form);
        if ((!isStop && !isConjunction) || _subordinate.Contains(words[0].Form))
        {
            return null;
        }

        last--;
        last -= words[last].Form is "," or ";" or "—" ? 1 : 0;
        return last < 0 || (words[last + 1].Form == "and" && words[last].IsMark) ? null : Made(start, words[last].Span.End, isWhole: false);
    }

    private Clause? Made(int start, int end, bool isWhole)
    {
        if (end <= start)
        {
            return null;
        }

        var words = WordReader.Read(_text, [new TextSpan(start, end)], MostWords + 1);
        while (words.Count > 0 && words[^1].Form is "-" or "–" or "—" or "," or ";" or ":")
        {
            words.RemoveAt(words.Count - 1);
        }

        return words.Count is 0 or > MostWords ? null : new Clause(new TextSpan(start, words[^1].Span.End), words, isWhole);
    }

    private TextSpan LineOf(TextSpan sentence)
    {
        var end = _text.AsSpan(sentence.Start).IndexOfAny('\n', '\r');
        return new TextSpan(sentence.Start, end < 0 ? _text.Length : sentence.Start + end);
    }

    /// <summary>Whether a quotation is open behind a stretch of a line.</summary>
    private bool Opens(bool isOpen, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            isOpen = _text[i] switch
            {
                '“' or '«' or '„' => true,
                '”' or '»' => false,
                '"' => !isOpen,
                '\'' when i + 1 < to && _text[i + 1] == '\'' => !isOpen,
                _ => isOpen,
            };
        }

        return isOpen;
    }

    /// <summary>Where the prose of a paragraph begins: behind "MAREN, Ostrelle (Bell) —" or "(Bell)".</summary>
    private int Dateline(TextSpan sentence)
    {
        var head = sentence.Slice(_text)[..Math.Min(sentence.Length, LongestDateline)];
        var dash = head.IndexOfAny('—', '–');
        dash = dash < 0 ? head.IndexOf(" - ", StringComparison.Ordinal) is var hyphen and > 0
            ? hyphen + 1 : head.IndexOf("--", StringComparison.Ordinal) is var two and > 0 ? two + 1 : -1 : dash;
        var bracket = head.IndexOf(") ", StringComparison.Ordinal);
        var end = dash > 0 && IsPlace(head[..dash]) ? dash + 1 : head.StartsWith("(", StringComparison.Ordinal) && bracket > 0
            ? bracket + 1 : 0;
        while (end < sentence.Length && char.IsWhiteSpace(_text[sentence.Start + end]))
        {
            end++;
        }

        return sentence.Start + end;
    }

    /// <summary>Words in capitals, or a bracket: no verb stands before the dash.</summary>
    private static bool IsPlace(ReadOnlySpan<char> head)
    {
        var capitals = 0;
        foreach (var c in head)
        {
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        var firstSpace = head.IndexOfAny(' ', ',');
        var first = firstSpace > 0 ? head[..firstSpace] : head;
        return head.Contains('(') || (first.Length > 2 && capitals > 2 && first.IndexOfAnyInRange('a', 'z') < 0);
    }
}
