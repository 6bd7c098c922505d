using NodaTime;
using NodaTime.Text;
using Parquet;
using Parquet.Schema;
using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Export;
using Sayso.Core.Text;

namespace Sayso.Cli.Exports;

/// <summary>
/// Statements as an Apache Parquet table, a row each, in row groups that are written as soon as they are full. Columns have the
/// names of the CSV file's, and types where there are better ones than text.
/// </summary>
internal static class ParquetForm
{
    /// <summary>Rows of a group: a few megabytes.</summary>
    private const int GroupRows = 10_000;

    private static readonly Column[] _columns =
    [
        Text("id", r => r.Statement.Id),
        Text("document", r => r.Document.Id),
        Text("url", r => r.Document.Url),
        Text("outlet", r => r.Document.Outlet),
        Text("title", r => r.Document.Title),
        Text("byline", r => r.Document.Byline),
        Text("language", r => r.Document.Language),
        new Column(new DateTimeDataField("published", DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Micros, isNullable: true), (group, field, rows) =>
            group.WriteAsync<DateTime>(field, rows.Select(r => r.Document.Published?.ToInstant().ToDateTimeUtc()).ToArray())),
        Text("publishedAt", r => r.Document.Published is { } time ? OffsetDateTimePattern.Rfc3339.Format(time) : null),
        Text("source", r => Words(r, r.Statement.Source)),
        Text("cue", r => Words(r, r.Statement.Cue)),
        Text("content", r => Words(r, r.Statement.Content)),
        Text("chain", r => r.Statement.Chain.Count == 0 ? null : string.Join(" > ", r.Statement.Chain.Select(h => h.Name))),
        Text("stance", r => r.Statement.Attitude is { } a ? ClosedSet.NameOf(a.Stance) : null),
        Text("certainty", r => r.Statement.Attitude is { } a ? ClosedSet.NameOf(a.Certainty) : null),
        Text("polarity", r => r.Statement.Attitude is { } a ? ClosedSet.NameOf(a.Polarity) : null),
        Text("saidAt", r => r.Statement.SaidAt),
        Text("eventAt", r => r.Statement.EventAt),
        Number("contentStart", r => r.Statement.Content.Count == 0 ? null : r.Map.ToCodePoint(r.Statement.Content.Extent.Start)),
        Number("contentEnd", r => r.Statement.Content.Count == 0 ? null : r.Map.ToCodePoint(r.Statement.Content.Extent.End)),
        Text("parent", r => r.Statement.Parent),
        new Column(new DataField("confidence", typeof(double), isNullable: true), (group, field, rows) => group.WriteAsync<double>(field, rows.Select(r => r.Statement.Confidence).ToArray())),
    ];

    /// <summary>The form.</summary>
    public static ExportForm Form { get; } = new("parquet", "application/vnd.apache.parquet", ".parquet", Write) { Description = "a statement a row of an Apache Parquet table" };

    private static IEnumerable<ReadOnlyMemory<byte>> Write(ExportSource source, CancellationToken cancellationToken)
    {
        using var output = new DrainedStream();
        var schema = new ParquetSchema(_columns.Select(c => c.Field));
        var writer = Wait(ParquetWriter.CreateAsync(schema, output, cancellationToken: cancellationToken));
        try
        {
            List<Row> rows = [];
            foreach (var read in source.Documents(cancellationToken))
            {
                var map = new CodePointMap(read.Document.Text);
                rows.AddRange(read.Statements.Select(s => new Row(read.Document with { Raw = default }, s, map)));
                if (rows.Count >= GroupRows)
                {
                    WriteGroup(writer, rows);
                    rows.Clear();
                    yield return output.Drain();
                }
            }

            if (rows.Count > 0)
            {
                WriteGroup(writer, rows);
            }
        }
        finally
        {
            writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        yield return output.Drain();
    }

    private static void WriteGroup(ParquetWriter writer, List<Row> rows)
    {
        using var group = writer.CreateRowGroup();
        foreach (var column in _columns)
        {
            column.Write(group, column.Field, rows).GetAwaiter().GetResult();
        }

        group.CompleteValidate();
    }

    // The stream is memory: nothing is waited for.
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static string? Words(Row row, SpanList spans) => spans.Count == 0 ? null : spans.TextOf(row.Document.Text);

    private static Column Text(string name, Func<Row, string?> valueOf) =>
        new(new DataField(name, typeof(string), isNullable: true), (group, field, rows) => group.WriteAsync(field, rows.Select(valueOf).ToArray()!));

    private static Column Number(string name, Func<Row, int?> valueOf) =>
        new(new DataField(name, typeof(int), isNullable: true), (group, field, rows) => group.WriteAsync<int>(field, rows.Select(valueOf).ToArray()));

    private sealed record Column(DataField Field, Func<ParquetRowGroupWriter, DataField, IReadOnlyList<Row>, Task> Write);

    private sealed record Row(Document Document, Statement Statement, CodePointMap Map);

    /// <summary>What is written, until it is taken; places count from the first byte ever written.</summary>
    private sealed class DrainedStream : Stream
    {
        private readonly MemoryStream _kept = new();
        private long _drained;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _drained + _kept.Length;

        public override long Position
        {
            get => Length;
            set => throw new NotSupportedException();
        }

        /// <summary>What was written since the last time.</summary>
        public ReadOnlyMemory<byte> Drain()
        {
            var bytes = _kept.ToArray();
            _drained += bytes.Length;
            _kept.SetLength(0);
            return bytes;
        }

        public override void Write(byte[] buffer, int offset, int count) => _kept.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => _kept.Write(buffer);

        public override void Flush()
        {
            // It is memory.
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            _kept.Dispose();
            base.Dispose(disposing);
        }
    }
}
