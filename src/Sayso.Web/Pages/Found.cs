using Sayso.Core.Errors;

namespace Sayso.Web.Pages;

/// <summary>Finds what an address names by the beginning of its id.</summary>
internal static class Found
{
    /// <summary>The one whose id begins so.</summary>
    /// <exception cref="SaysoException">None or several do.</exception>
    public static T One<T>(IEnumerable<T> all, Func<T, string> idOf, string id, string noun)
    {
        var found = all.Where(x => idOf(x).StartsWith(id, StringComparison.Ordinal)).Take(2).ToList();
        return found.Count switch
        {
            1 when id.Length > 0 => found[0],
            0 => throw new SaysoException(ProblemCodes.NotFound,
                $"There is no {noun} “{id}” in the ledger, or no more: it changes as articles are added."),
            _ => throw new SaysoException(ProblemCodes.AmbiguousId, $"Several begin with “{id}”: give more of the id."),
        };
    }
}
