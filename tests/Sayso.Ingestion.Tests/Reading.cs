using System.Text;
using Sayso.Core.Documents;

namespace Sayso.Ingestion.Tests;

/// <summary>Reads texts and pages made by hand.</summary>
internal static class Reading
{
    public const string Body = """
        <p>The harbour board was told of cracks in the north mole two years ago, an engineer said on Monday, and did nothing.</p>
        <p>“We wrote it down,” said Ilsa Brandt, who left the board in spring. “Then we wrote it down again.” The board would not comment.</p>
        <p>Its chairman, Olu Farrant, told the council in May that the mole was “as sound as the day it was built”, the minutes show.</p>
        """;

    public static ReadResult Text(string text, StatedMetadata? stated = null) => Bytes(Encoding.UTF8.GetBytes(text), stated);

    public static ReadResult Bytes(byte[] bytes, StatedMetadata? stated = null) => All(bytes, "case", stated).Single();

    /// <summary>All that an input of a name gives.</summary>
    public static List<ReadResult> All(byte[] bytes, string name, StatedMetadata? stated = null, ReaderOptions? options = null) =>
        [.. new DocumentReader(options).Read(bytes, name, stated ?? StatedMetadata.None)];

    /// <summary>The documents of an input all of which can be read.</summary>
    public static List<Document> Documents(string text, string name) =>
        All(Encoding.UTF8.GetBytes(text), name).ConvertAll(r => r.Document ?? throw new InvalidOperationException($"{r.Path}: {r.Problem?.Message}"));

    /// <summary>The results as words: a title, or a code.</summary>
    public static List<string?> Fates(IEnumerable<ReadResult> results) => [.. results.Select(r => r.Document?.Title ?? r.Problem?.Code)];

    public static Document Page(string head, string body = Body) =>
        Text($"<!doctype html><html lang=\"en-GB\"><head>{head}</head><body>{body}</body></html>").Document!;
}
