using System.CommandLine;
using System.CommandLine.Parsing;
using Sayso.Cli.Pipeline;

namespace Sayso.Cli.Commands;

/// <summary><c>--bounds bytes=256M,pages=5000</c>: other bounds than the usual ones.</summary>
internal sealed class BoundsOption
{
    private readonly Option<Bounds?> _bounds = new("--bounds")
    {
        Description = $"Other bounds than the usual ones, which docs/forms.md lists: bytes=256M,pages=5000 ({Bounds.Names}).",
        HelpName = "NAME=N,…",
        CustomParser = Parse,
    };

    /// <summary>Adds it to a command.</summary>
    public void AddTo(Command command) => command.Add(_bounds);

    /// <summary>What was given.</summary>
    public Bounds Of(ParseResult arguments) => arguments.GetValue(_bounds) ?? Bounds.Usual;

    private static Bounds Parse(ArgumentResult result)
    {
        List<(string, long)> bounds = [];
        foreach (var written in result.Tokens[0].Value.Split(','))
        {
            if (Bounds.Read(written) is not { } bound)
            {
                result.AddError($"‘{written}’ is not NAME=N with one of the names {Bounds.Names} and a number like 5000 or 256M that the program can hold.");
                return Bounds.Usual;
            }

            bounds.Add(bound);
        }

        return new Bounds(bounds);
    }
}
