using Sayso.Core.Attitudes;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.OwnVoice;

/// <summary>
/// What stands on a page and is no prose of the report: headlines, captions, bylines, notes, transcripts, lists, invitations.
/// </summary>
internal static class Furniture
{
    private const int FewestWords = 6;

    /// <summary>Words at the beginning of a line that no report begins with.</summary>
    private static readonly HashSet<string> _openings = new(
        ("by photo photos image images credit caption updated update published posted printed copyright follow click sign subscribe "
            + "read related watch listen editor correction corrections contact email e-mail "
        + "reporting editing writing additional source sources tags topics share advertisement note video see visit download call text "
            + "join donate imagine suppose let remember consider © • * – — - [ (").Split(' '),
        StringComparer.Ordinal);

    private static readonly string[] _notes =
    [
        "contributed to this", "all rights reserved", "newsletter", "this story", "this article", "this post", "this report",
        "this column", "file photo", "(photo", "ap photo", "getty", "shutterstock", "in this photo",
        "(c)", "twitter.com", "http", "www.", "@", "#", "pictured", "(l)", "(r)", "email", "e-mail", "editor's note", "editor’s note",
        "the author", "is a reporter", "is a columnist", "is a contributor", "is the author of",
        "clarification:", "update:", "a previous version", "an earlier version", "subscri", "click here",
    ];

    /// <summary>What people in pictures do.</summary>
    private static readonly HashSet<string> _posing = new(
        "speaks poses gestures waves arrives listens walks looks smiles stands sits answers addresses reacts greets holds shakes talks laughs applauds acknowledges delivers appears departs attends leaves pauses takes embraces hugs kisses points".Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether a clause is a part of it.</summary>
    public static bool Is(Document document, Sentence sentence, Clause clause)
    {
        var words = clause.Words;
        var line = sentence.Line.Slice(document.Text).TrimEnd();
        return words.Count(w => !w.IsMark) < FewestWords
            || IsNoProse(document, sentence, line)
            || _openings.Contains(words[0].Form)
                && !(words[0].Form == "by" && words.Count > 1 && !char.IsUpper(document.Text[words[1].Span.Start]))
            || !StartsASentence(document.Text, clause)
            || IsDated(document.Text, words)
            || IsNote(clause.Span.Slice(document.Text))
            || IsCaption(document.Text, words);
    }

    /// <summary>A headline has no stop; what a colon announces is another's; a transcript names who speaks.</summary>
    private static bool IsNoProse(Document document, Sentence sentence, ReadOnlySpan<char> line)
    {
        var colon = line[..Math.Min(line.Length, 40)].IndexOf(':');
        return line.Length == 0
            || (line[^1] is not ('.' or '”' or '"' or '’' or '\'' or ')' or '!' or '?' or ':' or '…'))
            || (document.Title is { Length: > 0 } title && line.SequenceEqual(title.AsSpan().Trim()))
            || sentence.Before.Slice(document.Text).TrimEnd() is [.., ':']
            || (colon > 1 && IsCapitals(line[..colon]));
    }

    private static bool IsCapitals(ReadOnlySpan<char> name) => name.IndexOfAnyInRange('a', 'z') < 0
        && name.IndexOfAnyInRange('A', 'Z') >= 0;

    private static bool StartsASentence(string text, Clause clause)
    {
        var first = text[clause.Span.Start];
        return char.IsUpper(first) || char.IsDigit(first) || first is '$' or '£' or '€' or '“' or '"';
    }

    /// <summary>"Nov. 4, 2030 The one that got away": a heading of a chronicle.</summary>
    private static bool IsDated(string text, IReadOnlyList<Word> words)
    {
        for (var i = 1; i < Math.Min(6, words.Count - 1); i++)
        {
            if (words[i].Form.Length == 4 && words[i].Form.All(char.IsAsciiDigit) && words[i + 1] is { IsMark: false } next
                && char.IsUpper(text[next.Span.Start])
                && words.Take(i).All(w => w.IsMark || char.IsAsciiDigit(w.Form[0]) || char.IsUpper(text[w.Span.Start]))
                && words[i - 1].Form is ",")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNote(ReadOnlySpan<char> clause)
    {
        foreach (var note in _notes)
        {
            if (clause.Contains(note, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Harpel speaks at a rally on Monday, Jan. 11, 2031, in Maren": present tense with a full date.</summary>
    private static bool IsCaption(string text, IReadOnlyList<Word> words)
    {
        var posing = -1;
        for (var i = 1; i < words.Count; i++)
        {
            posing = posing < 0 && _posing.Contains(words[i].Form) ? i : posing;
            if (posing >= 0 && i > posing && words[i].Form.Length == 4 && words[i].Form.All(char.IsAsciiDigit)
                && words[i].Form[0] is '1' or '2' && words[i - 1].Form is "," && char.IsUpper(text[words[0].Span.Start]))
            {
                return true;
            }
        }

        return false;
    }
}
