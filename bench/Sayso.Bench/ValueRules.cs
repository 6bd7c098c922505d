using System.Diagnostics;
using NodaTime;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.OwnVoice;

namespace Sayso.Bench;

/// <summary>The rules that read figures, times, the outlet's own voice and what does not add up, and nothing else: on one core.</summary>
internal static class ValueRules
{
    private static readonly OffsetDateTime _published = new LocalDate(2016, 6, 1).AtMidnight().WithOffset(Offset.Zero);

    /// <summary>
    /// Time that they take over some texts, as <c>read</c> calls them: figures and times twice, for the statements and for the
    /// document. No attribution takes a sentence from the outlet, so that its own voice costs the most it can.
    /// </summary>
    public static TimeSpan Time(IEnumerable<string> texts)
    {
        Document[] documents = [.. texts.Select((text, i) => new Document { Id = $"{i}", Raw = default, RawHash = "0", MediaType = "text/plain", Text = text, Published = _published })];
        Run(documents.Take(20));
        var clock = Stopwatch.StartNew();
        Run(documents);
        return clock.Elapsed;
    }

    private static void Run(IEnumerable<Document> documents)
    {
        foreach (var document in documents)
        {
            var values = DocumentValues.Of(document);
            OwnVoiceReader.Read(document, values, []);
            DocumentValues.Of(document).InconsistenciesOf(document, []);
        }
    }
}
