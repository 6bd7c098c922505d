using System.CommandLine;
using System.CommandLine.Parsing;
using Sayso.Ingestion;

namespace Sayso.Cli.Commands;

/// <summary><c>--columns text=Body,title=Head</c>: which fields of the records of JSON and CSV files hold what.</summary>
internal sealed class ColumnsOption
{
    private const string Roles = "text, title, url, published, modified, outlet, byline, language";

    private readonly Option<ColumnMap?> _columns = new("--columns")
    {
        Description = $"Which fields of JSON and CSV records hold what, where their names do not say: text=Body,title=Head ({Roles}).",
        HelpName = "ROLE=FIELD,…",
        CustomParser = Parse,
    };

    /// <summary>Adds it to a command.</summary>
    public void AddTo(Command command) => command.Add(_columns);

    /// <summary>What was given.</summary>
    public ColumnMap Of(ParseResult arguments) => arguments.GetValue(_columns) ?? ColumnMap.None;

    private static ColumnMap Parse(ArgumentResult result)
    {
        var map = ColumnMap.None;
        foreach (var pair in result.Tokens[0].Value.Split(','))
        {
            var parts = pair.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts is not [_, { Length: > 0 } field] || With(map, parts[0].ToLowerInvariant(), field) is not { } next)
            {
                result.AddError($"‘{pair}’ is not ROLE=FIELD with one of the roles {Roles}.");
                return map;
            }

            map = next;
        }

        return map;
    }

    private static ColumnMap? With(ColumnMap map, string role, string field) => role switch
    {
        "text" => map with { Text = field },
        "title" => map with { Title = field },
        "url" => map with { Url = field },
        "published" => map with { Published = field },
        "modified" => map with { Modified = field },
        "outlet" => map with { Outlet = field },
        "byline" => map with { Byline = field },
        "language" => map with { Language = field },
        _ => null,
    };
}
