using Sayso.Core.Text;

namespace Sayso.Core.Search;

/// <summary>Somebody on whose word statements of a ledger are, under all the names that these have for him.</summary>
/// <param name="Name">The name that stands for all.</param>
/// <param name="Names">All of them, that of most statements first.</param>
/// <param name="Statements">How many statements.</param>
/// <param name="Documents">In how many documents.</param>
public sealed record LedgerActor(string Name, ValueList<string> Names, int Statements, int Documents)
{
    /// <summary>Whether one of the names has every word that is looked for, or its beginning, in any letter case.</summary>
    /// <param name="typed">The words; none finds nobody.</param>
    public bool Answers(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var wanted = Words(typed);
        return wanted.Count > 0 && Names.Append(Name).Any(name => Words(name) is var words
            && wanted.TrueForAll(w => words.Exists(word => word.StartsWith(w, StringComparison.OrdinalIgnoreCase))));
    }

    /// <summary>The words of a name, or of what is looked for, without accents.</summary>
    internal static List<string> Words(string text) =>
        [.. Folding.Of(text).Split([' ', '"', '*', '-', '.', ',', '’', '\''], StringSplitOptions.RemoveEmptyEntries)];
}
