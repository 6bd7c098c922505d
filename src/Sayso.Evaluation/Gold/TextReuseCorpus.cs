using System.Globalization;
using System.Text.Json;
using Sayso.Core.Documents;
using Sayso.Core.Errors;

namespace Sayso.Evaluation.Gold;

/// <summary>
/// Pairs of documents that share text, found by a rule: at least a twentieth of the 8-grams of the one with fewer. Silver, not
/// gold. The documents themselves lie beside it: PolNeAR's texts and ECB+'s.
/// </summary>
public static class TextReuseCorpus
{
    private const string Pairs = "pairs.tsv";

    /// <summary>The parts of the corpus: pairs are of one part.</summary>
    /// <param name="directory">The folder that holds <c>pairs.tsv</c>.</param>
    /// <exception cref="SaysoException">A file is missing or malformed (<c>SAY4002</c>).</exception>
    public static IReadOnlyList<TextReusePart> Read(string directory)
    {
        var path = CorpusFile.Existing(Path.Combine(directory, Pairs));
        var rows = File.ReadLines(path).Skip(1).Select(line => line.Split('\t')).ToList();
        if (rows.Count == 0 || rows.Exists(r => r.Length != 5))
        {
            throw CorpusFile.Bad(path, "its columns are not corpus, containment, count and two documents");
        }

        var beside = Path.GetDirectoryName(Path.GetFullPath(directory.TrimEnd('/')))!;
        return
        [
            Part("polnear", rows, [.. ((string[])["train", "dev"])
                .SelectMany(split => CorpusFile.List(Path.Combine(beside, "polnear", split, "text"), ".txt"))
                .Select(file => (Path.GetFileName(file), File.ReadAllText(file)))]),
            Part("ecb", rows, [.. Groups(Path.Combine(beside, "ecbplus", "test_parsing"))
                .SelectMany(group => CorpusFile.List(group, ".json")).Select(Article).DistinctBy(a => a.Id)]),
        ];
    }

    private static IEnumerable<string> Groups(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateDirectories(folder)
            .Order(StringComparer.Ordinal) : throw CorpusFile.Bad(folder, "there is no such folder");

    private static (string Id, string Text) Article(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return (Path.GetFileNameWithoutExtension(file), json.RootElement.ValueKind == JsonValueKind.Object
            && json.RootElement.TryGetProperty("text", out var text) ? text.GetString() ?? "" : "");
    }

    private static TextReusePart Part(string name, List<string[]> rows, (string Id, string Text)[] articles) => new(
        name,
        [.. articles.Select(a => ClaimSentence.DocumentOf(a.Id, a.Text))],
        rows.Where(r => r[0] == name).ToDictionary(
            r => string.CompareOrdinal(r[3], r[4]) < 0 ? (r[3], r[4]) : (r[4], r[3]),
            r => double.Parse(r[1], CultureInfo.InvariantCulture)));
}

/// <summary>A part of the corpus.</summary>
/// <param name="Name">The corpus that its documents are from.</param>
/// <param name="Documents">All of its documents.</param>
/// <param name="Containment">Of pairs, the smaller id first: shared 8-grams ÷ 8-grams of the document with fewer.</param>
public sealed record TextReusePart(string Name, IReadOnlyList<Document> Documents, IReadOnlyDictionary<(string, string),
    double> Containment);
