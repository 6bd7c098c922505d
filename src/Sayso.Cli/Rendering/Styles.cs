using Sayso.Core.Linguistics;
using Spectre.Console;

namespace Sayso.Cli.Rendering;

/// <summary>
/// The grammar of marks on a terminal: a source is underlined, a cue slanted, a content coloured, a figure or time bold. Only the terminal's
/// own sixteen colours, which its owner has chosen to be readable, and no backgrounds.
/// </summary>
internal static class Styles
{
    /// <summary>Words as they are.</summary>
    public static Style Plain { get; } = Style.Plain;

    /// <summary>What is there to be looked up.</summary>
    public static Style Aside { get; } = new(Color.Grey);

    /// <summary>A heading.</summary>
    public static Style Heading { get; } = new(decoration: Decoration.Bold);

    /// <summary>Something failed.</summary>
    public static Style Wrong { get; } = new(Color.Maroon);

    /// <summary>Who is credited.</summary>
    public static Style Source { get; } = new(decoration: Decoration.Bold | Decoration.Underline);

    /// <summary>The words that credit.</summary>
    public static Style Cue { get; } = new(Color.Olive, decoration: Decoration.Italic);

    /// <summary>What is credited.</summary>
    public static Style Content { get; } = new(Color.Teal);

    /// <summary>A figure or a time.</summary>
    public static Style Value { get; } = new(decoration: Decoration.Bold);

    /// <summary>A role's style.</summary>
    public static Style Of(Role role) => role switch
    {
        Role.Source => Source,
        Role.Cue => Cue,
        _ => Content,
    };
}
