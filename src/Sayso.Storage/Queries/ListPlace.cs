namespace Sayso.Storage.Queries;

/// <summary>
/// Where a list goes on. Lists are sorted by publication, and what has none comes last: what stands behind a place are two stretches
/// of an index, each read from its beginning.
/// </summary>
/// <param name="PublishedAt">The document's publication, 100 ns since 1970-01-01T00:00Z; <c>null</c> where that is not known.</param>
/// <param name="Version">Its version.</param>
/// <param name="DocumentId">Its id.</param>
/// <param name="Statement">The statement's number; 0 in a list of documents.</param>
internal sealed record ListPlace(long? PublishedAt, int Version, string DocumentId, long Statement)
{
    /// <summary>What stands behind it.</summary>
    /// <param name="read">Reads a stretch.</param>
    /// <param name="limit">At most so many; <c>null</c>: all.</param>
    public IEnumerable<T> Behind<T>(Func<ListPart, IEnumerable<T>> read, int? limit)
    {
        var found = PublishedAt is null ? read(new ListPart(this)) : read(new ListPart(this)).Concat(read(ListPart.Undated));
        return limit is { } most ? found.Take(most) : found;
    }
}

/// <summary>A stretch of a list: what stands behind a place and is dated as that is, or all without a date.</summary>
/// <param name="Place">The place; <c>null</c> for all without a date.</param>
internal sealed record ListPart(ListPlace? Place)
{
    /// <summary>All without a date.</summary>
    public static ListPart Undated { get; } = new(Place: null);

    /// <summary>Adds what the document <c>d</c>, and in a list of statements the statement <c>s</c>, has to be.</summary>
    public void AddTo(Conditions conditions, bool newestFirst)
    {
        if (Place is not { } place)
        {
            conditions.And("d.published_at IS NULL");
            return;
        }

        conditions.Add("$afterId", place.DocumentId);
        if (newestFirst)
        {
            const string Later = "(d.version < $afterVersion OR (d.version = $afterVersion AND d.id > $afterId))";
            conditions.And(place.PublishedAt is null ? $"d.published_at IS NULL AND {Later}"
                : $"d.published_at <= $afterTime AND (d.published_at < $afterTime OR {Later})", "$afterVersion", place.Version);
        }
        else
        {
            conditions.And(place.PublishedAt is null ? "d.published_at IS NULL AND d.id >= $afterId AND (d.id > $afterId OR s.number > $afterNumber)"
                : "(d.published_at, d.id, s.number) > ($afterTime, $afterId, $afterNumber)", "$afterNumber", place.Statement);
        }

        if (place.PublishedAt is { } time)
        {
            conditions.Add("$afterTime", time);
        }
    }
}
