using System.Runtime.CompilerServices;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>
/// A folder in PolNeAR's layout: <c>text/NAME.txt</c>, and <c>attributions/NAME_ANNOTATOR.ann</c> once for each
/// annotator (the annotator's name has no underscore).
/// </summary>
public sealed class PolnearCorpus
{
    private const string TextExtension = ".txt";
    private const string AnnotationExtension = ".ann";
    private readonly IReadOnlyList<Entry> _entries;

    private PolnearCorpus(IReadOnlyList<Entry> entries) => _entries = entries;

    /// <summary>Number of articles.</summary>
    public int Count => _entries.Count;

    /// <summary>Lists the articles of a folder; reads none.</summary>
    /// <param name="directory">The folder that holds <c>text</c> and <c>attributions</c>.</param>
    /// <exception cref="Core.Errors.SaysoException">
    /// A folder is missing, there is no article, or a text and its annotations do not belong together (<c>SAY4002</c>).
    /// </exception>
    public static PolnearCorpus Open(string directory)
    {
        var annotations = CorpusFile.List(Path.Combine(directory, "attributions"), AnnotationExtension)
            .ToLookup(path => NameOf(path).Article, StringComparer.Ordinal);
        List<Entry> entries = [];
        foreach (var text in CorpusFile.List(Path.Combine(directory, "text"), TextExtension))
        {
            string[] files = [.. annotations[Path.GetFileNameWithoutExtension(text)]];
            entries.Add(files.Length > 0 ? new(text, files) : throw CorpusFile.Bad(text, "nobody annotated it"));
        }

        var known = entries.Select(e => Path.GetFileNameWithoutExtension(e.Text)).ToHashSet(StringComparer.Ordinal);
        if (annotations.FirstOrDefault(a => !known.Contains(a.Key)) is { } orphan)
        {
            throw CorpusFile.Bad(orphan.First(), "its text is missing");
        }

        return entries.Count > 0 ? new(entries) : throw CorpusFile.Bad(directory, "it has no article");
    }

    /// <summary>Reads one article after another, in the ordinal order of their names.</summary>
    /// <exception cref="Core.Errors.SaysoException">A file cannot be read or is malformed (<c>SAY4002</c>).</exception>
    public async IAsyncEnumerable<AnnotatedArticle> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var (path, files) in _entries)
        {
            var text = await CorpusFile.ReadTextAsync(path, cancellation).ConfigureAwait(false);
            List<Annotation> annotations = [];
            foreach (var file in files)
            {
                var content = await CorpusFile.ReadTextAsync(file, cancellation).ConfigureAwait(false);
                annotations.Add(new(NameOf(file).Annotator, BratReader.Read(text, content, file)));
            }

            yield return new(new(Path.GetFileNameWithoutExtension(path), text), annotations.ToValueList());
        }
    }

    private static (string Article, string Annotator) NameOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var cut = name.LastIndexOf('_');
        return cut < 0 ? (name, string.Empty) : (name[..cut], name[(cut + 1)..]);
    }

    private sealed record Entry(string Text, string[] Annotations);
}
