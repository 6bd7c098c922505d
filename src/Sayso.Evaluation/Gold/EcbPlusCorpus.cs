using System.Globalization;
using System.Text;
using Sayso.Core.Errors;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>
/// ECB+ (Cybulska and Vossen 2014) as a folder of groups with CoNLL files: sentences that have annotated events, with the ids
/// of their event chains. Only those sentences were annotated, so the others say nothing.
/// </summary>
public static class EcbPlusCorpus
{
    private const string Groups = "test_parsing";
    private const int Columns = 5;
    private const string Action = "ACT";

    private static readonly string[] _events = [Action, "NEG", "Singleton_ACT", "Singleton_NEG"];

    /// <summary>Whether a folder is laid out so.</summary>
    public static bool IsAt(string directory) => Directory.Exists(Path.Combine(directory, Groups));

    /// <summary>The annotated sentences of some topics, by document and place.</summary>
    /// <param name="directory">The folder that holds <c>test_parsing</c>.</param>
    /// <param name="firstTopic">The first topic's number.</param>
    /// <param name="lastTopic">The last topic's number.</param>
    /// <exception cref="SaysoException">A file is missing or malformed (<c>SAY4002</c>).</exception>
    public static IReadOnlyList<ClaimSentence> Read(string directory, int firstTopic, int lastTopic) =>
        [.. Sentences(directory, firstTopic, lastTopic).Where(s => s.Sentence.Events.Count > 0).Select(s => s.Sentence)];

    /// <summary>The annotated mentions of events of some topics, negated and single ones included, by document and place.</summary>
    /// <param name="directory">The folder that holds <c>test_parsing</c>.</param>
    /// <param name="firstTopic">The first topic's number.</param>
    /// <param name="lastTopic">The last topic's number.</param>
    /// <exception cref="SaysoException">A file is missing or malformed (<c>SAY4002</c>).</exception>
    public static IReadOnlyList<EventMention> ReadEvents(string directory, int firstTopic, int lastTopic) =>
        [.. Sentences(directory, firstTopic, lastTopic).SelectMany(s => s.Mentions.Select(m => new EventMention(s.Sentence, m.Words, s.Group, m.Event)))];

    private static IEnumerable<(ClaimSentence Sentence, string Group, IReadOnlyList<(TextSpan Words, string Event)> Mentions)> Sentences(string directory, int firstTopic, int lastTopic)
    {
        var folder = Path.Combine(directory, Groups);
        if (!Directory.Exists(folder))
        {
            throw CorpusFile.Bad(directory, $"it has no {Groups}");
        }

        return Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)!)
            .Where(group => TopicOf(group) is { } topic && topic >= firstTopic && topic <= lastTopic)
            .Order(StringComparer.Ordinal)
            .SelectMany(group => ReadGroup(Path.Combine(folder, group, "annotation", "original", group + ".conll"), group));
    }

    private static int? TopicOf(string name) =>
        int.TryParse(name.AsSpan(0, name.TakeWhile(char.IsAsciiDigit).Count()), NumberStyles.None, CultureInfo.InvariantCulture,
            out var topic) ? topic : null;

    private static IEnumerable<(ClaimSentence Sentence, string Group, IReadOnlyList<(TextSpan Words, string Event)> Mentions)> ReadGroup(string path, string group)
    {
        var rows = File.ReadLines(CorpusFile.Existing(path))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'));

        // A document is in two files: the one of its own group counts.
        foreach (var document in rows.Where(row => row.Length >= Columns && row[0].Split('/') is [_, var of, ..] && of == group)
            .GroupBy(row => row[0], StringComparer.Ordinal))
        {
            var text = new StringBuilder();
            List<(TextSpan Span, List<(TextSpan Words, string Event)> Mentions)> sentences = [];
            foreach (var sentence in document.GroupBy(row => row[1], StringComparer.Ordinal))
            {
                var start = text.Length;
                var mentions = Mentions(sentence, text);
                sentences.Add((new TextSpan(start, text.Length), mentions));
                text.Append('\n');
            }

            var whole = ClaimSentence.DocumentOf(document.Key, text.ToString());
            foreach (var (span, mentions) in sentences)
            {
                var events = mentions.Select(m => m.Event).Where(e => e.StartsWith(Action, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToValueList();
                yield return (new ClaimSentence(whole, span, TopicOf(group)!.Value.ToString(CultureInfo.InvariantCulture), events), group, mentions);
            }
        }
    }

    /// <summary>The events of a sentence, whose words are added to the text.</summary>
    private static List<(TextSpan Words, string Event)> Mentions(IEnumerable<string[]> rows, StringBuilder text)
    {
        List<(TextSpan Words, string Event)> found = [];
        Dictionary<string, int> open = new(StringComparer.Ordinal);
        var isFirst = true;
        foreach (var row in rows)
        {
            text.Append(isFirst ? string.Empty : " ");
            isFirst = false;
            var start = text.Length;
            text.Append(row[3]);
            foreach (var label in row[^1].Split('|', StringSplitOptions.TrimEntries))
            {
                var name = label.Trim('(', ')');
                if (!IsEvent(name))
                {
                    continue;
                }

                if (label.StartsWith('('))
                {
                    open[name] = start;
                }

                if (label.EndsWith(')') && open.Remove(name, out var from))
                {
                    found.Add((new TextSpan(from, text.Length), name));
                }
            }
        }

        return found;
    }

    private static bool IsEvent(string label) => Array.Exists(_events, start => label.StartsWith(start, StringComparison.Ordinal));
}
