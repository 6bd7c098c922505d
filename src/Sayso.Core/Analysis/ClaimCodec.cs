using NodaTime;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Origins;
using Sayso.Core.Text;

namespace Sayso.Core.Analysis;

/// <summary>
/// Claims as bytes, to be kept. Statements are not written, only their ids; vectors are left out, since a claim that is kept is
/// not compared any more.
/// </summary>
internal static class ClaimCodec
{
    /// <summary>The bytes of a claim.</summary>
    public static byte[] Encode(LedgerClaim entry)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        var (claim, origins) = entry;
        writer.Write(claim.Id);
        writer.Write(claim.Proposition);
        writer.Write(claim.Representative);
        Write(writer, claim.Statements, s => Traits(writer, s));
        Count(writer, origins.For);
        Count(writer, origins.Against);
        Write(writer, origins.Groups, g => Group(writer, g));
        Write(writer, origins.Possible, p => Proof(writer, p));
        Write(writer, origins.Circular, round => Write(writer, round, writer.Write));
        Write(writer, origins.DeadEnds, d =>
        {
            writer.Write(d.Citing);
            writer.Write(d.Cited);
        });
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>The claim of bytes that <see cref="Encode"/> wrote.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="statementOf">Gives the statements by their ids.</param>
    public static LedgerClaim Decode(ReadOnlyMemory<byte> bytes, Func<string, Statement> statementOf)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        using var reader = new BinaryReader(stream);
        var claim = new Claim(reader.ReadString(), reader.ReadString(), reader.ReadString(),
            List(reader, () => Traits(reader, statementOf)));
        return new LedgerClaim(claim, new ClaimOrigins(Count(reader), Count(reader), List(reader, () => Group(reader)))
        {
            Possible = List(reader, () => Proof(reader)),
            Circular = List(reader, () => List(reader, reader.ReadString)),
            DeadEnds = List(reader, () => new DeadEnd(reader.ReadString(), reader.ReadString())),
        });
    }

    private static void Traits(BinaryWriter writer, ClaimStatement statement)
    {
        var (traits, side) = statement;
        writer.Write(traits.Id);
        writer.Write((byte)side);
        writer.Write(traits.Content);
        Write(writer, traits.Words, writer.Write);
        Write(writer, traits.Names, writer.Write);
        Write(writer, traits.NameWords, writer.Write);
        writer.Write(traits.Published?.ToUnixTimeTicks() ?? long.MinValue);
        Write(writer, traits.Counts, c =>
        {
            writer.Write(c.Low);
            writer.Write(c.High);
            writer.Write(c.Unit is not null);
            writer.Write(c.Unit ?? string.Empty);
            writer.Write(c.IsApproximate);
            Write(writer, c.Of, writer.Write);
        });
        Write(writer, traits.Days, d =>
        {
            writer.Write(Day(d.First));
            writer.Write(Day(d.Last));
        });
    }

    private static ClaimStatement Traits(BinaryReader reader, Func<string, Statement> statementOf)
    {
        var statement = statementOf(reader.ReadString());
        var side = (Side)reader.ReadByte();
        return new ClaimStatement(
            new StatementTraits(statement, reader.ReadString(), SentenceVector.None)
            {
                Words = List(reader, reader.ReadString),
                Names = List(reader, reader.ReadString),
                NameWords = List(reader, reader.ReadString),
                Published = reader.ReadInt64() is var ticks && ticks == long.MinValue ? null : Instant.FromUnixTimeTicks(ticks),
                Counts = List(reader, () => CountTrait(reader)),
                Days = List(reader, () => new DayRange(Day(reader.ReadInt32()), Day(reader.ReadInt32()))),
            },
            side);
    }

    private static CountTrait CountTrait(BinaryReader reader)
    {
        var (low, high) = (reader.ReadDouble(), reader.ReadDouble());
        var (hasUnit, unit) = (reader.ReadBoolean(), reader.ReadString());
        return new CountTrait(low, high, hasUnit ? unit : null, reader.ReadBoolean(), List(reader, reader.ReadString));
    }

    private static int Day(LocalDate date) => Period.DaysBetween(new LocalDate(1, 1, 1), date);

    private static LocalDate Day(int number) => new LocalDate(1, 1, 1).PlusDays(number);

    private static void Count(BinaryWriter writer, OriginCount count)
    {
        writer.Write(count.Low);
        writer.Write(count.High);
    }

    private static OriginCount Count(BinaryReader reader) => new(reader.ReadInt32(), reader.ReadInt32());

    private static void Group(BinaryWriter writer, OriginGroup group)
    {
        writer.Write(group.Id);
        writer.Write((byte)group.Side);
        writer.Write(group.Name);
        writer.Write((byte)group.Kind);
        Write(writer, group.Statements, writer.Write);
        Write(writer, group.Documents, writer.Write);
        Write(writer, group.Proof, p => Proof(writer, p));
    }

    private static OriginGroup Group(BinaryReader reader) =>
        new(reader.ReadString(), (Side)reader.ReadByte(), reader.ReadString(), (SourceKind)reader.ReadByte(),
            List(reader, reader.ReadString))
        {
            Documents = List(reader, reader.ReadString),
            Proof = List(reader, () => Proof(reader)),
        };

    private static void Proof(BinaryWriter writer, OriginProof proof)
    {
        writer.Write((byte)proof.Kind);
        writer.Write(proof.First);
        writer.Write(proof.Second);
        writer.Write(proof.IsProven);
        Passage(writer, proof.FirstPassage);
        Passage(writer, proof.SecondPassage);
        writer.Write(proof.Detail);
    }

    private static OriginProof Proof(BinaryReader reader) =>
        new((ProofKind)reader.ReadByte(), reader.ReadString(), reader.ReadString(), reader.ReadBoolean())
        {
            FirstPassage = Passage(reader),
            SecondPassage = Passage(reader),
            Detail = reader.ReadString(),
        };

    private static void Passage(BinaryWriter writer, Passage passage)
    {
        writer.Write(passage.DocumentId);
        writer.Write(passage.Span.Start);
        writer.Write(passage.Span.End);
    }

    private static Passage Passage(BinaryReader reader) => new(reader.ReadString(), new TextSpan(reader.ReadInt32(), reader.ReadInt32()));

    private static void Write<T>(BinaryWriter writer, IReadOnlyList<T> items, Action<T> write)
    {
        writer.Write7BitEncodedInt(items.Count);
        foreach (var item in items)
        {
            write(item);
        }
    }

    private static ValueList<T> List<T>(BinaryReader reader, Func<T> read)
    {
        var count = reader.Read7BitEncodedInt();
        var items = new T[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = read();
        }

        return items.ToValueList();
    }
}
