using System.Text;
using NodaTime;
using Sayso.Storage.Rows;

namespace Sayso.Storage.Queries;

/// <summary>Collects the conditions of a query, with their values as parameters.</summary>
internal sealed class Conditions
{
    private readonly StringBuilder _where = new();
    private readonly List<(string, object?)> _parameters = [];

    /// <summary>The values.</summary>
    public (string Name, object? Value)[] Parameters => [.. _parameters];

    /// <summary><c>WHERE</c> and the conditions; empty where there are none.</summary>
    public string Where => _where.ToString();

    /// <summary>Adds a condition that holds no value of the user's.</summary>
    public Conditions And(string sql)
    {
        _where.Append(_where.Length == 0 ? " WHERE " : " AND ").Append(sql);
        return this;
    }

    /// <summary>Adds a condition on a value.</summary>
    public Conditions And(string sql, string parameter, object value)
    {
        Add(parameter, value);
        return And(sql);
    }

    /// <summary>Adds a value that something else than a condition uses.</summary>
    public void Add(string parameter, object value) => _parameters.Add((parameter, value));

    /// <summary>Adds what both lists ask of the document <c>d</c>.</summary>
    public Conditions AndPublished(LocalDate? since, LocalDate? until, string? outlet)
    {
        if (since is { } first)
        {
            And("d.published_at >= $since", "$since", StoredTime.StartOf(first));
        }

        if (until is { } last)
        {
            And("d.published_at < $until", "$until", StoredTime.EndOf(last));
        }

        return outlet is null ? this : And($"{CaseInsensitive.Function}(d.outlet, $outlet)", "$outlet", outlet);
    }

    /// <summary>
    /// Adds that the document <c>d</c> was known at the end of a day: published by then, or added where that is not known.
    /// </summary>
    public Conditions AndKnown(LocalDate? asOf) => asOf is not { } day ? this : And(
        "(d.published_at < $known OR (d.published_at IS NULL AND (SELECT k.at FROM entry k WHERE k.sequence = d.entry) < $known))",
        "$known", StoredTime.EndOf(day));
}
