using Sayso.Core.Analysis;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;

namespace Sayso.Cli.Pipeline;

/// <summary>From the files of a folder to what is claimed in them, without a ledger.</summary>
internal sealed class StoryReading(DocumentSource source, AnalysisPipeline pipeline, ClaimAnalysis claims)
{
    /// <summary>What is claimed in the pages and texts of a folder.</summary>
    public ClaimedLedger Claims(string folder, CancellationToken cancellationToken)
    {
        string[] files = [.. Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) is ".html" or ".txt")
            .Order(StringComparer.Ordinal)];
        var read = pipeline.Run(source.Read(files, StatedMetadata.None), cancellationToken)
            .Where(r => r.Input.Document is not null)
            .Select(r => (r.Input.Document!, (IReadOnlyList<Statement>)r.Statements));
        return claims.Read(read, cancellationToken);
    }
}
