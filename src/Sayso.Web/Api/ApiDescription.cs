using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Sayso.Web.Api.Contract;

namespace Sayso.Web.Api;

/// <summary>The description of the interface, in OpenAPI 3.1: routes and their contracts, and what the attributes of those say.</summary>
internal static class ApiDescription
{
    /// <summary>
    /// Every media type. A route that takes a body of one type only would not be found with another, and be answered as a path
    /// that there is not.
    /// </summary>
    public const string Anything = "*/*";

    private const string About =
        "The ledger of who said what, on whose word. A list answers with a part at a time (`items`, `next`), or, asked with `Accept: application/jsonl`, "
        + "with all of it, an object a line: the same lines as the command line prints. Every answer has an `ETag`. Failures are problems (RFC 9457) with a stable `code`. "
        + "Ids may be shortened to any beginning that is unique. Spans are half-open pairs of code points over a document's `text`.";

    private const string Token = "bearer";

    /// <summary>Adds what makes it.</summary>
    public static void Add(IServiceCollection services, string version)
    {
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        services.AddOpenApi("v1", options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo { Title = "Sayso", Version = version, Description = About };
                document.Servers?.Clear();
                Secure(document);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().FirstOrDefault() is { } ours)
                {
                    Describe(operation, ours, context.Description.RelativePath!);
                }

                return Task.CompletedTask;
            });
            options.AddSchemaTransformer((schema, context, _) =>
            {
                if (context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(WordsAttribute), inherit: true) is [WordsAttribute words, ..])
                {
                    schema.Enum = [.. words.Words.Select(word => (JsonNode)word)];
                    if (schema.Type?.HasFlag(JsonSchemaType.Null) == true)
                    {
                        schema.Enum.Add(JsonNullSentinel.JsonNull);
                    }
                }

                return Task.CompletedTask;
            });
        });
    }

    /// <summary>A token is needed where the ledger has users, and nowhere else.</summary>
    private static void Secure(OpenApiDocument document)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Token] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Token,
            Description = "Where the ledger has users: a token as `sayso token add` prints it. GET needs the scope read, anything else write.",
        };
        document.Security = [new OpenApiSecurityRequirement(), new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, document)] = [] }];
    }

    private static void Describe(OpenApiOperation operation, ApiOperation ours, string path)
    {
        operation.Parameters ??= [];
        if (path.Contains("{id}", StringComparison.Ordinal))
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "id",
                In = ParameterLocation.Path,
                Required = true,
                Description = "The id, or its beginning.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        foreach (var parameter in ours.AllParameters)
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Required = parameter.IsRequired,
                Description = parameter.Description,
                Schema = SchemaOf(parameter),
            });
        }

        if (ours.Claims is not ClaimsWanted.None && operation.Responses?.GetValueOrDefault("200") is OpenApiResponse answer)
        {
            answer.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
            answer.Headers[ApiMap.ClaimsWindow] = new OpenApiHeader
            {
                Description = "Where the ledger has more statements than claims are reckoned of: of how many they are, the latest, and how many there are, as in `statements=200000, of=1000000` (a dictionary of RFC 8941). Absent where the claims are of all.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
        }

        // It is told what it is to be: another type is let in to be refused in words.
        operation.RequestBody?.Content?.Remove(Anything);
        if (ours.TakesBytes)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Description = "The file as it is.",
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/octet-stream"] = new OpenApiMediaType() },
            };
        }
    }

    private static OpenApiSchema SchemaOf(ApiParameter parameter) => parameter.Form switch
    {
        ParameterForm.Day => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
        ParameterForm.Flag => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        ParameterForm.Count => new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1" },
        ParameterForm.Probability => new OpenApiSchema { Type = JsonSchemaType.Number, Minimum = "0", Maximum = "1" },
        _ => new OpenApiSchema { Type = JsonSchemaType.String, Enum = parameter.Words is { } words ? [.. words.Select(word => (JsonNode)word)] : null },
    };
}
