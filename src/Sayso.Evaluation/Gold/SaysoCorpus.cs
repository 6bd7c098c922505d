using System.Runtime.CompilerServices;
using NodaTime;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>
/// Our own annotation: <c>SPLIT.tsv</c> names the files of each split, <c>PART/NAME.json</c> holds the statements. The
/// text is <c>PART/NAME.txt</c> or, for articles that another corpus owns, in that corpus's folder.
/// </summary>
public sealed class SaysoCorpus
{
    private readonly IReadOnlyList<Entry> _entries;

    private SaysoCorpus(IReadOnlyList<Entry> entries) => _entries = entries;

    /// <summary>Number of articles.</summary>
    public int Count => _entries.Count;

    /// <summary>Lists the articles of one split.</summary>
    /// <param name="directory">The folder that holds <c>SPLIT.tsv</c>.</param>
    /// <param name="split">Which split: <c>train</c> or <c>dev</c>.</param>
    /// <param name="otherTexts">
    /// The folder of the texts that are not beside their annotation; by default <c>../polnear/train/text</c> of
    /// <paramref name="directory"/>.
    /// </param>
    /// <param name="cancellation">Ends the reading of the list.</param>
    /// <exception cref="Core.Errors.SaysoException">A file is missing, or the split is empty (<c>SAY4002</c>).</exception>
    public static async Task<SaysoCorpus> OpenAsync(
        string directory, string split, string? otherTexts = null, CancellationToken cancellation = default)
    {
        otherTexts ??= Path.Combine(directory, "..", "polnear", "train", "text");
        var table = Path.Combine(directory, "SPLIT.tsv");
        var lines = (await CorpusFile.ReadTextAsync(table, cancellation).ConfigureAwait(false)).Split('\n');
        List<Entry> entries = [];

        // The first line names the columns.
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
            {
                continue;
            }

            if (lines[i].TrimEnd('\r').Split('\t') is not [var file, var part])
            {
                throw CorpusFile.Bad($"{table}:{i + 1}", "the line is not a file and its split");
            }

            if (part == split)
            {
                entries.Add(Find(directory, file, otherTexts));
            }
        }

        return entries.Count > 0 ? new(entries) : throw CorpusFile.Bad(table, $"no file is of the split ‘{split}’");
    }

    /// <summary>Reads one article after another, in the order of the list.</summary>
    /// <exception cref="Core.Errors.SaysoException">A file cannot be read or is malformed (<c>SAY4002</c>).</exception>
    public async IAsyncEnumerable<SaysoArticle> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var entry in _entries)
        {
            var text = await CorpusFile.ReadTextAsync(entry.Text, cancellation).ConfigureAwait(false);
            var json = await CorpusFile.ReadTextAsync(entry.Annotation, cancellation).ConfigureAwait(false);
            var source = new GoldText(Path.GetFileNameWithoutExtension(entry.Text), text);
            yield return new(source, entry.Part,
                SaysoReader.Read(text, json, entry.Annotation))
            {
                Published = SaysoReader.Published(json, entry.Annotation),
                Mentions = SaysoReader.Mentions(text, json, entry.Annotation),
            };
        }
    }

    private static Entry Find(string directory, string file, string otherTexts)
    {
        var path = CorpusFile.Existing(Path.Combine(directory, file));
        var beside = Path.ChangeExtension(path, ".txt");
        var text = File.Exists(beside)
            ? beside
            : CorpusFile.Existing(Path.Combine(otherTexts, Path.GetFileName(beside)));
        return new(Path.GetDirectoryName(file) ?? string.Empty, path, text);
    }

    private sealed record Entry(string Part, string Annotation, string Text);
}

/// <summary>An article of our own corpus.</summary>
/// <param name="Source">The article.</param>
/// <param name="Part">The part of the corpus: <c>polnear</c> or <c>ecbplus</c>.</param>
/// <param name="Statements">What it says on whose word, nested statements among them.</param>
public sealed record SaysoArticle(GoldText Source, string Part, ValueList<GoldStatement> Statements)
{
    /// <summary>The day of its publication, as its midnight in UTC; <c>null</c> where it is not known.</summary>
    public OffsetDateTime? Published { get; init; }

    /// <summary>Where those who are a source or a hop are named or spoken of, and what they are.</summary>
    public IReadOnlyList<(TextSpan Span, string Kind)> Mentions { get; init; } = [];
}
