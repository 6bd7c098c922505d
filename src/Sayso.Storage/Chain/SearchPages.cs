using System.Buffers.Binary;
using Sayso.Storage.Files;
using SQLitePCL;

namespace Sayso.Storage.Chain;

/// <summary>
/// Reads a full-text index page by page, as FTS5 keeps it in its table <c>NAME_data</c>: a record of the structure, and segments of leaf
/// pages with terms, the rows of each, and the places in each row. The format: comments of SQLite's <c>fts5_index.c</c>, versions 4 and
/// 4 with tombstones. Going through the words by SQL takes ten times as long.
/// </summary>
internal sealed class SearchPages(Database database, string table)
{
    private const long StructureRecord = 10;
    private const int SegmentShift = 37;
    private const long TombstoneSegments = 1L << 16;
    private const int TombstoneHeaderLength = 8;
    private const int StructureWithOrigins = unchecked((int)0xFF00_0001);

    /// <summary>Entries of newer segments that stand in place of those of older ones.</summary>
    private readonly HashSet<(ulong Word, long Row)> _replaced = [];

    /// <summary>Takes all words of the index away from sums.</summary>
    /// <exception cref="InvalidDataException">The pages are none.</exception>
    public void TakeFrom(SearchWords words)
    {
        try
        {
            // The newest first: levels from the lowest, in a level from the last.
            foreach (var segment in Segments())
            {
                var reader = new SearchSegment(words, Tombstones(segment), _replaced);
                database.Each(
                    $"SELECT block FROM {table}_data WHERE id >= ?1 AND id <= ?2 ORDER BY id",
                    row => reader.Read(raw.sqlite3_column_blob(row, 0)),
                    (segment.Id << SegmentShift) + segment.First,
                    (segment.Id << SegmentShift) + segment.Last);
                reader.End(segment.Last - segment.First + 1);
            }
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException("a page of it is malformed", e);
        }
    }

    private List<Segment> Segments()
    {
        var record = database.First($"SELECT block FROM {table}_data WHERE id = $id", r => r.GetFieldValue<byte[]>(0), ("$id", StructureRecord))
            ?? throw new InvalidDataException("its structure is missing");
        ReadOnlySpan<byte> rest = record.AsSpan(sizeof(int));
        var hasOrigins = rest.Length >= sizeof(int) && BinaryPrimitives.ReadInt32BigEndian(rest) == StructureWithOrigins;
        rest = hasOrigins ? rest[sizeof(int)..] : rest;
        var (levels, _, _) = (Varint(ref rest), Varint(ref rest), Varint(ref rest));
        List<Segment> segments = [];
        for (var level = 0; level < levels; level++)
        {
            var (_, count) = (Varint(ref rest), Varint(ref rest));
            List<Segment> ofLevel = [];
            for (var i = 0; i < count; i++)
            {
                var segment = new Segment(Varint(ref rest), Varint(ref rest), Varint(ref rest), 0);
                if (hasOrigins)
                {
                    var (_, _) = (Varint(ref rest), Varint(ref rest));
                    segment = segment with { TombstonePages = Varint(ref rest) };
                    var (_, _) = (Varint(ref rest), Varint(ref rest));
                }

                ofLevel.Add(segment);
            }

            ofLevel.Reverse();
            segments.AddRange(ofLevel);
        }

        return segments.FindAll(segment => segment.First > 0);
    }

    /// <summary>
    /// The rows that were deleted since a segment was written: a hash table over pages, of 4 or 8 bytes a slot, where 0 is an empty one.
    /// A row whose slot the database would not come to is as good as missing.
    /// </summary>
    private HashSet<long> Tombstones(Segment segment)
    {
        HashSet<long> rows = [];
        for (var page = 0; page < segment.TombstonePages; page++)
        {
            var block = database.First(
                $"SELECT block FROM {table}_data WHERE id = $id", r => r.GetFieldValue<byte[]>(0), ("$id", ((segment.Id + TombstoneSegments) << SegmentShift) + page))
                ?? throw new InvalidDataException("a page of it is missing");
            var slots = Slots(block);
            var count = 0;
            for (var slot = 0; slot < slots.Length; slot++)
            {
                if (slots[slot] is not 0 and var row)
                {
                    count++;
                    rows.Add((long)row);
                    Require(row % (ulong)segment.TombstonePages == (ulong)page && IsReached(slots, row, (row / (ulong)segment.TombstonePages) % (ulong)slots.Length));
                }
            }

            Require(count == BinaryPrimitives.ReadUInt32BigEndian(block.AsSpan(sizeof(uint))));
        }

        return rows;
    }

    /// <summary>The slots of a page of deleted rows: a byte for the size of one, a byte for row 0, which no ledger has, and the count of rows stand before them.</summary>
    private static ulong[] Slots(ReadOnlySpan<byte> block)
    {
        int size = block[0];
        Require(size is sizeof(uint) or sizeof(ulong) && block[1] == 0);
        var slots = new ulong[(block.Length - TombstoneHeaderLength) / size];
        for (var slot = 0; slot < slots.Length; slot++)
        {
            var at = block[(TombstoneHeaderLength + (slot * size))..];
            slots[slot] = size == sizeof(uint) ? BinaryPrimitives.ReadUInt32BigEndian(at) : BinaryPrimitives.ReadUInt64BigEndian(at);
        }

        return slots;
    }

    private static bool IsReached(ulong[] slots, ulong row, ulong home)
    {
        var slot = home;
        while (slots[slot] != row && slots[slot] != 0)
        {
            slot = (slot + 1) % (ulong)slots.Length;
        }

        return slots[slot] == row;
    }

    private static void Require(bool isSo)
    {
        if (!isSo)
        {
            throw new InvalidDataException("a page of it is malformed");
        }
    }

    /// <summary>A number of SQLite's: seven bits a byte, high ones first, the high bit set in all bytes but the last, which is the ninth at the latest and then whole.</summary>
    internal static long Varint(ref ReadOnlySpan<byte> bytes)
    {
        if (bytes[0] < 0x80)
        {
            var small = bytes[0];
            bytes = bytes[1..];
            return small;
        }

        ulong number = 0;
        for (var i = 0; i < 8; i++)
        {
            number = (number << 7) | (bytes[i] & 0x7Ful);
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return (long)number;
            }
        }

        number = (number << 8) | bytes[8];
        bytes = bytes[9..];
        return (long)number;
    }

    private sealed record Segment(long Id, long First, long Last, long TombstonePages);
}
