using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sayso.Core.Errors;
using Sayso.Evaluation.Reports;

namespace Sayso.Cli.Rendering;

/// <summary>One input of <c>add --format jsonl</c>.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Id">The document's id.</param>
/// <param name="Outcome"><c>added new-version already-there retracted failed</c>.</param>
/// <param name="Statements">Statements added.</param>
/// <param name="Problems">What was wrong.</param>
internal sealed record AddedLine(string Path, string? Id, string Outcome, int Statements, IReadOnlyList<Problem> Problems);

/// <summary>A change of one document that a person or <c>reanalyze</c> asked for.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Action"><c>retract restore reanalyze</c>.</param>
/// <param name="Changed">Whether anything was to be changed.</param>
internal sealed record ChangedLine(string Document, string Action, bool Changed);

/// <summary>The answer of <c>verify</c>.</summary>
/// <param name="Sound">Whether nothing is wrong.</param>
/// <param name="Entries">Entries walked.</param>
/// <param name="Head">Hash of the last one.</param>
/// <param name="Faults">What is wrong.</param>
internal sealed record VerifyLine(bool Sound, long Entries, string Head, IReadOnlyList<string> Faults);

/// <summary>The answer of <c>version</c>.</summary>
/// <param name="Program">The program's version.</param>
/// <param name="Model">The weights' version; <c>null</c> where they cannot be read.</param>
/// <param name="Schema">The newest ledger schema that it writes.</param>
internal sealed record VersionLine(string Program, string? Model, int Schema);

/// <summary>Serialisers made at compile time, so that starting needs no reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AddedLine))]
[JsonSerializable(typeof(ChangedLine))]
[JsonSerializable(typeof(VerifyLine))]
[JsonSerializable(typeof(VersionLine))]
[JsonSerializable(typeof(WalkHop))]
[JsonSerializable(typeof(IReadOnlyList<EvaluationReport>))]
internal sealed partial class CliJson : JsonSerializerContext
{
    /// <summary>One object a line, every script as it is.</summary>
    public static CliJson Lines { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    });
}
