using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Sayso.Evaluation.Gold;

/// <summary>A page and its article's text as people marked it.</summary>
/// <param name="Id">Its name in the corpus.</param>
/// <param name="Raw">The page's bytes.</param>
/// <param name="Body">The article's text, headline and dates left out.</param>
public sealed record GoldPage(string Id, ReadOnlyMemory<byte> Raw, string Body)
{
    /// <summary>Whether the page belongs to the half that the reader's rules were chosen on: its id's last character is even.</summary>
    public bool IsChosenOn => Id.Length > 0 && Id[^1] % 2 == 0;
}

/// <summary>
/// A folder in the layout of Scrapinghub's article-extraction-benchmark: <c>ground-truth.json</c>, and
/// <c>html/ID.html.gz</c> for each of its entries.
/// </summary>
public static class PageCorpus
{
    /// <summary>Reads one page after another, in the ordinal order of their ids.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="Core.Errors.SaysoException">A file is missing or malformed (<c>SAY4002</c>).</exception>
    public static async IAsyncEnumerable<GoldPage> ReadAsync(string directory,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var truth = Path.Combine(directory, "ground-truth.json");
        var bodies = Bodies(await CorpusFile.ReadTextAsync(CorpusFile.Existing(truth), cancellation).ConfigureAwait(false), truth);
        foreach (var (id, body) in bodies)
        {
            var path = CorpusFile.Existing(Path.Combine(directory, "html", $"{id}.html.gz"));
            yield return new GoldPage(id, await UnpackAsync(path, cancellation).ConfigureAwait(false), body);
        }
    }

    private static List<(string Id, string Body)> Bodies(string json, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            List<(string Id, string Body)> bodies =
            [
                .. document.RootElement.EnumerateObject()
                    .Select(page => (page.Name, page.Value.GetProperty("articleBody").GetString()!))
                    .OrderBy(page => page.Name, StringComparer.Ordinal),
            ];
            return bodies.Count > 0 ? bodies : throw CorpusFile.Bad(path, "it has no page");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw CorpusFile.Bad(path, error.Message, error);
        }
    }

    private static async Task<byte[]> UnpackAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await using var file = File.OpenRead(path);
            await using var unpacked = new GZipStream(file, CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            await unpacked.CopyToAsync(bytes, cancellation).ConfigureAwait(false);
            return bytes.ToArray();
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw CorpusFile.Bad(path, error.Message, error);
        }
    }
}
