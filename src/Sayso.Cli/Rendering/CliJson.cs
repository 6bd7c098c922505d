using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sayso.Core.Errors;
using Sayso.Evaluation.Reports;

namespace Sayso.Cli.Rendering;

/// <summary>A change of one document that a person or <c>reanalyze</c> asked for.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Action"><c>retract restore reanalyze purge</c>.</param>
/// <param name="Changed">Whether anything was to be changed.</param>
internal sealed record ChangedLine(string Document, string Action, bool Changed);

/// <summary>The answer of <c>verify</c>.</summary>
/// <param name="Sound">Whether nothing is wrong.</param>
/// <param name="Entries">Entries walked.</param>
/// <param name="Head">Hash of the last one.</param>
/// <param name="Faults">What is wrong.</param>
/// <param name="Purged">Ids of documents that were purged.</param>
internal sealed record VerifyLine(bool Sound, long Entries, string Head, IReadOnlyList<string> Faults, IReadOnlyList<string> Purged);

/// <summary>What <c>watch</c> did with an address.</summary>
/// <param name="At">When, ISO 8601.</param>
/// <param name="Address">The address.</param>
/// <param name="Action"><c>list added edited same failed gone</c>.</param>
/// <param name="Document">The document's id.</param>
/// <param name="Found">Addresses that a list led to and that are new.</param>
/// <param name="Problems">What was wrong.</param>
internal sealed record WatchedLine(string At, string Address, string Action, string? Document, int Found, IReadOnlyList<Problem> Problems);

/// <summary>A user, in <c>user list</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Scope"><c>read write admin</c>.</param>
/// <param name="Created">When the user was added, ISO 8601.</param>
internal sealed record UserLine(string Name, string Scope, string Created);

/// <summary>A token, in <c>token list</c>. The token itself is known to its holder only.</summary>
/// <param name="Name">The name.</param>
/// <param name="User">For whom it acts.</param>
/// <param name="Scope"><c>read write admin</c>.</param>
/// <param name="State"><c>good expired revoked</c>.</param>
/// <param name="Created">When it was made, ISO 8601.</param>
/// <param name="Expires">From when on it is good no more; <c>null</c> for never.</param>
/// <param name="Used">When it was last shown, to the hour; <c>null</c> for never.</param>
internal sealed record TokenLine(string Name, string User, string Scope, string State, string Created, string? Expires, string? Used);

/// <summary>An entry of the audit.</summary>
/// <param name="Entry">Its number.</param>
/// <param name="At">When, ISO 8601.</param>
/// <param name="User">Who; <c>null</c> where that is not known.</param>
/// <param name="Action">What.</param>
/// <param name="Detail">More of it.</param>
/// <param name="From">From where.</param>
/// <param name="Count">For how many like it stands.</param>
internal sealed record AuditLine(long Entry, string At, string? User, string Action, string? Detail, string? From, long Count);

/// <summary>The answer of <c>version</c>.</summary>
/// <param name="Program">The program's version.</param>
/// <param name="Model">The weights' version; <c>null</c> where they cannot be read.</param>
/// <param name="Schema">The newest ledger schema that it writes.</param>
internal sealed record VersionLine(string Program, string? Model, int Schema);

/// <summary>Serialisers made at compile time, so that starting needs no reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ChangedLine))]
[JsonSerializable(typeof(VerifyLine))]
[JsonSerializable(typeof(VersionLine))]
[JsonSerializable(typeof(WatchedLine))]
[JsonSerializable(typeof(UserLine))]
[JsonSerializable(typeof(TokenLine))]
[JsonSerializable(typeof(AuditLine))]
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
