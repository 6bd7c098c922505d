using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using ModelContextProtocol.Protocol;
using Sayso.Core.Analysis;
using Sayso.Core.Ledger;
using Sayso.Core.Search;
using Sayso.Web.Api;

namespace Sayso.Web.Mcp;

/// <summary>A question that an assistant asks.</summary>
/// <param name="Query">Its arguments.</param>
/// <param name="Ledger">The ledger, until the answer is there.</param>
/// <param name="Views">The claims and views; only where the tool wants them, and where it only names them, where they are known.</param>
internal sealed record McpQuestion(ApiQuery Query, ILedger Ledger, LedgerViews Views)
{
    /// <summary>Where else than in words the ledger can be searched.</summary>
    public required SearchReach Reach { get; init; }

    /// <summary>The claims, where they are known.</summary>
    public ClaimedLedger? Known => ((LedgerViews?)Views)?.Ledger;
}

/// <summary>Something that an assistant can ask, by the same parameters as the interface for programs has.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it answers, and when to ask it.</param>
/// <param name="Parameters">Its arguments.</param>
internal sealed record McpTool(string Name, string Description, params IReadOnlyList<ApiParameter> Parameters)
{
    /// <summary>Which claims it needs.</summary>
    public ClaimsWanted Claims { get; init; } = ClaimsWanted.AsOf;

    /// <summary>Whether it changes the ledger.</summary>
    public bool Writes { get; init; }

    /// <summary>Answers; <c>null</c> for the one that writes, which needs no open ledger.</summary>
    public Func<McpQuestion, JsonObject>? Answer { get; init; }

    /// <summary>The tool as the protocol describes it.</summary>
    public Tool ToProtocol() => new()
    {
        Name = Name,
        Description = Description,
        InputSchema = JsonSerializer.SerializeToElement(Schema()),
        Annotations = new ToolAnnotations { ReadOnlyHint = !Writes, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
    };

    /// <summary>Understands arguments.</summary>
    /// <exception cref="Core.Errors.SaysoException">They are not understood (<c>SAY6003</c>).</exception>
    public ApiQuery Understood(IDictionary<string, JsonElement>? arguments) => new(
        (arguments ?? new Dictionary<string, JsonElement>()).Where(a => a.Value.ValueKind is not JsonValueKind.Null)
            .Select(a => KeyValuePair.Create(a.Key, new StringValues(WordsOf(a.Key, a.Value)))),
        Parameters);

    private static string WordsOf(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => throw ApiQuery.Bad($"“{name}” has to be one value, not a list or an object."),
    };

    private JsonObject Schema()
    {
        var properties = new JsonObject();
        foreach (var parameter in Parameters)
        {
            var property = new JsonObject
            {
                ["type"] = parameter.Form switch
                {
                    ParameterForm.Flag => "boolean",
                    ParameterForm.Count => "integer",
                    ParameterForm.Probability => "number",
                    _ => "string"
                },
                ["description"] = parameter.Description,
            };
            if (parameter.Words is { } words)
            {
                property["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]);
            }

            properties[parameter.Name] = property;
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. Parameters.Where(p => p.IsRequired).Select(p => (JsonNode)p.Name)]),
            ["additionalProperties"] = false,
        };
    }
}
