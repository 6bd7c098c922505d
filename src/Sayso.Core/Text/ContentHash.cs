using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Sayso.Core.Text;

/// <summary>
/// Builds an id as the SHA-256 (FIPS 180-4) of length-prefixed fields, so that no two lists of fields hash alike. An
/// absent field differs from an empty one.
/// </summary>
public sealed class ContentHash : IDisposable
{
    /// <summary>Hexadecimal digits of an id: 128 of the 256 bits.</summary>
    public const int IdLength = 32;

    private const int BufferLength = 2048;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    // Fields are short, and each call of the hash costs more than they do.
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
    private int _buffered;

    /// <summary>Starts a hash of one kind of thing, so that ids of different kinds never agree.</summary>
    public ContentHash(string kind) => Add(kind);

    /// <summary>Adds a text field; <c>null</c> is an absent one.</summary>
    public ContentHash Add(string? field)
    {
        if (field is null)
        {
            return AddLength(-1);
        }

        // Lone surrogates would all become U+FFFD in UTF-8 and collide, so units are hashed as they are.
        return Add(MemoryMarshal.AsBytes(field.AsSpan()));
    }

    /// <summary>Adds a number.</summary>
    public ContentHash Add(long field)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, field);
        return Add(bytes);
    }

    /// <summary>Adds bytes.</summary>
    public ContentHash Add(ReadOnlySpan<byte> field)
    {
        AddLength(field.Length);
        Append(field);
        return this;
    }

    /// <summary>Adds a text field that is there in UTF-8; the hash is that of the same text in UTF-16.</summary>
    public ContentHash AddUtf8(ReadOnlySpan<byte> field)
    {
        AddLength(sizeof(char) * Encoding.UTF8.GetCharCount(field));
        Span<char> units = stackalloc char[512];
        for (var status = OperationStatus.DestinationTooSmall; status == OperationStatus.DestinationTooSmall;)
        {
            status = Utf8.ToUtf16(field, units, out var read, out var written);
            Append(MemoryMarshal.AsBytes(units[..written]));
            field = field[read..];
        }

        return this;
    }

    /// <summary>Adds fragments: their number, then their bounds.</summary>
    public ContentHash Add(SpanList spans)
    {
        ArgumentNullException.ThrowIfNull(spans);
        Add(spans.Count);
        foreach (var span in spans)
        {
            Add(span.Start);
            Add(span.End);
        }

        return this;
    }

    /// <summary>The first <see cref="IdLength"/> hexadecimal digits, lower case. The hash starts anew.</summary>
    public string ToId() => ToHex()[..IdLength];

    /// <summary>All 64 hexadecimal digits, lower case. The hash starts anew.</summary>
    public string ToHex()
    {
        Flush();
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _hash.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - _buffered)
        {
            Flush();
        }

        if (bytes.Length > _buffer.Length)
        {
            _hash.AppendData(bytes);
        }
        else
        {
            bytes.CopyTo(_buffer.AsSpan(_buffered));
            _buffered += bytes.Length;
        }
    }

    private void Flush()
    {
        _hash.AppendData(_buffer, 0, _buffered);
        _buffered = 0;
    }

    private ContentHash AddLength(int length)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        Append(bytes);
        return this;
    }
}
