using System.Runtime.CompilerServices;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>A sentence-BIO file together with the folder of the real articles that its rows were cut from.</summary>
public sealed class SentenceBioCorpus
{
    private readonly string _file;
    private readonly IReadOnlyList<Entry> _entries;

    private SentenceBioCorpus(string file, IReadOnlyList<Entry> entries)
    {
        _file = file;
        _entries = entries;
    }

    /// <summary>Number of articles.</summary>
    public int Count => _entries.Count;

    /// <summary>Reads the rows and finds their articles; reads no article.</summary>
    /// <param name="file">The rows, one JSON object a line (<see cref="SentenceBioReader"/>).</param>
    /// <param name="texts">The folder of the articles: <c>ID.txt</c>, or <c>NAME.txt</c> where the id is <c>NAME_ANNOTATOR</c>.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="Core.Errors.SaysoException">
    /// The file is missing, malformed or empty, or an article is missing (<c>SAY4002</c>).
    /// </exception>
    public static async Task<SentenceBioCorpus> OpenAsync(
        string file, string texts, CancellationToken cancellation = default)
    {
        var content = await CorpusFile.ReadTextAsync(file, cancellation).ConfigureAwait(false);
        var entries = SentenceBioReader.Read(content, file)
            .GroupBy(row => row.Id, StringComparer.Ordinal)
            .Select(rows => (Path: TextOf(rows.Key, texts), Rows: rows.ToValueList()))
            .GroupBy(annotation => annotation.Path, StringComparer.Ordinal)
            .OrderBy(article => article.Key, StringComparer.Ordinal)
            .Select(article => new Entry(article.Key, [.. article.OrderBy(a => a.Rows[0].Id, StringComparer.Ordinal).Select(a => a.Rows)]))
            .ToList();
        return entries.Count > 0 ? new(file, entries) : throw CorpusFile.Bad(file, "it has no row");
    }

    /// <summary>Reads one article after another, in the ordinal order of their names, and aligns its rows with it.</summary>
    /// <exception cref="Core.Errors.SaysoException">
    /// An article cannot be read, or its rows are not from it (<c>SAY4002</c>).
    /// </exception>
    public async IAsyncEnumerable<SentenceBioArticle> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var entry in _entries)
        {
            var text = await CorpusFile.ReadTextAsync(entry.Text, cancellation).ConfigureAwait(false);
            var source = new GoldText(Path.GetFileNameWithoutExtension(entry.Text), text);
            yield return new(source, entry.Annotations.Select(rows => Align(source, rows)).ToValueList());
        }
    }

    private static string TextOf(string id, string texts)
    {
        var whole = Path.Combine(texts, id + ".txt");
        var cut = id.LastIndexOf('_');
        return cut < 0 || File.Exists(whole) ? CorpusFile.Existing(whole) : CorpusFile.Existing(Path.Combine(texts, id[..cut] + ".txt"));
    }

    private ValueList<AlignedRow> Align(GoldText source, ValueList<SentenceBioRow> rows)
    {
        var spans = TokenAlignment.Of(source.Text, [.. rows.SelectMany(r => r.Tokens)])
            ?? throw CorpusFile.Bad(_file, $"the rows of {rows[0].Id} are not from {source.Name}");
        List<AlignedRow> aligned = [];
        var first = 0;
        foreach (var row in rows)
        {
            aligned.Add(new(spans.Skip(first).Take(row.Tokens.Count).ToValueList(), row.Spans));
            first += row.Tokens.Count;
        }

        return aligned.ToValueList();
    }

    private sealed record Entry(string Text, IReadOnlyList<ValueList<SentenceBioRow>> Annotations);
}

/// <summary>An article with the labelled rows of each of its annotations.</summary>
/// <param name="Source">The article.</param>
/// <param name="Annotations">The rows of each annotator, by the annotators' names; rows in the order of the article.</param>
public sealed record SentenceBioArticle(GoldText Source, ValueList<ValueList<AlignedRow>> Annotations);

/// <summary>A row, its tokens found in the article.</summary>
/// <param name="Tokens">Where each token stands, in UTF-16 units; empty where the article has no such token.</param>
/// <param name="Spans">The gold spans, by index of token.</param>
public sealed record AlignedRow(ValueList<TextSpan> Tokens, ValueList<BioSpan> Spans);
