using System.Globalization;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Linguistics;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Attributions;

/// <summary>
/// Analyses made without a network. Words are parted by blanks, lines by "|". A word may carry a label and what it
/// points to: <c>mayor/s1</c> is a further word (<c>S</c>: the first) of a source that points to the first cue;
/// <c>S</c> source, <c>C</c> cue, <c>K</c> content; <c>K1:0.6,2:0.4</c> shares its pointing. A second mark is of the
/// nested level, whose cues are counted by themselves: <c>rival/k1/S1</c>.
/// </summary>
internal static class HandMade
{
    private const string LabelLetters = " SsCcKk";

    public static AnalyzedDocument Document(string script, Func<int, IEnumerable<(int First, int End)>>? windows = null)
    {
        List<Token> tokens = [];
        List<string[]> marks = [];
        var text = "";
        var startsLine = true;
        foreach (var item in script.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (item == "|")
            {
                text += "\n";
                startsLine = true;
                continue;
            }

            var parts = item.Split('/');
            tokens.Add(new Token(new TextSpan(text.Length, text.Length + parts[0].Length), startsLine));
            text += parts[0] + " ";
            marks.Add(parts[1..]);
            startsLine = false;
        }

        return new AnalyzedDocument(Text(text), tokens, new EncoderScores(Level(marks, 0, windows), Level(marks, 1, windows), "by hand"));
    }

    /// <summary>
    /// Whose cue says what, in the text's words: "source > cue > content", fragments parted by " + "; before it the cue of
    /// what holds it, in brackets.
    /// </summary>
    public static string[] Read(AnalyzedDocument document, ExtractionOptions? options = null)
    {
        string Words(SpanList spans) => string.Join(" + ", spans.Select(s => s.Slice(document.Document.Text).ToString()));

        return [.. new AttributionExtractor(options ?? new ExtractionOptions()).Extract(document)
            .Select(a => $"{(a.Parent is { } holder ? $"[{Words(holder.Cue)}] " : "")}{Words(a.Source)} > {Words(a.Cue)} > {Words(a.Content)}")];
    }

    public static Document Text(string text) => new()
    {
        Id = "0",
        Raw = default,
        RawHash = "0",
        MediaType = "text/plain",
        Text = text,
    };

    private static LevelScores Level(List<string[]> marks, int level, Func<int, IEnumerable<(int First, int End)>>? windows)
    {
        var count = marks.Count;
        List<string> own = [.. marks.Select(m => m.Length > level && m[level].Length > 0 ? m[level] : " ")];
        List<byte> labels = [.. own.Select(m => (byte)LabelLetters.IndexOf(m[0], StringComparison.Ordinal))];
        var pointers = Pointers(labels, [.. own.Select(m => m[1..])]);
        var emissions = new float[count * RoleLabels.Count];
        for (var i = 0; i < count; i++)
        {
            emissions[(i * RoleLabels.Count) + labels[i]] = 5;
        }

        List<LinkWindow> links = [];
        foreach (var (first, end) in windows?.Invoke(count) ?? (count == 0 ? [] : [(0, count)]))
        {
            var keys = new float[(end - first) * count];
            for (var i = first; i < end; i++)
            {
                keys[((i - first) * count) + i] = 1;
            }

            float[] weights = [.. Enumerable.Repeat(1f, end - first)];
            links.Add(new LinkWindow(first, weights, pointers[(first * count)..(end * count)], keys));
        }

        return new LevelScores(emissions, new float[RoleLabels.Count * RoleLabels.Count], links);
    }

    /// <summary>Log shares, row-major [words, words].</summary>
    private static float[] Pointers(List<byte> labels, List<string> targets)
    {
        int[] cues = [.. Enumerable.Range(0, labels.Count).Where(i => labels[i] == RoleLabels.Begin(Role.Cue))];
        var pointers = new float[labels.Count * labels.Count];
        Array.Fill(pointers, -30f);
        for (var i = 0; i < labels.Count; i++)
        {
            foreach (var target in targets[i].Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = target.Split(':');
                var share = parts.Length == 1 ? 1 : float.Parse(parts[1], CultureInfo.InvariantCulture);
                pointers[(i * labels.Count) + cues[int.Parse(parts[0], CultureInfo.InvariantCulture) - 1]] = MathF.Log(share);
            }
        }

        return pointers;
    }
}
