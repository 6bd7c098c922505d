using System.Runtime.InteropServices;

namespace Sayso.Cli.Terminals;

/// <summary>
/// A file descriptor for writing. The console's own stream drops what it cannot write to a closed pipe, so that
/// <c>sayso read folder | head -1</c> would read the whole folder for nobody: this one throws.
/// </summary>
internal sealed partial class OutputStream(int descriptor) : Stream
{
    private const int Interrupted = 4;
    private const int TryAgain = 11;
    private const int BrokenPipe = 32;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Standard output (1) or standard error (2).</summary>
    public static Stream Open(int descriptor) => OperatingSystem.IsLinux()
        ? new OutputStream(descriptor)
        : descriptor == 1 ? Console.OpenStandardOutput() : Console.OpenStandardError();

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    /// <exception cref="ClosedOutputException">Nobody reads any more.</exception>
    /// <exception cref="OutputFailedException">The system refuses: a full disk, for one.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var written = WriteTo(descriptor, in MemoryMarshal.GetReference(buffer), (nuint)buffer.Length);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
                continue;
            }

            switch (Marshal.GetLastPInvokeError())
            {
                case Interrupted:
                    break;
                case TryAgain:
                    // Somebody made the shared terminal or pipe non-blocking.
                    Thread.Sleep(1);
                    break;
                case BrokenPipe:
                    throw new ClosedOutputException();
                case var error:
                    throw new OutputFailedException(Marshal.GetPInvokeErrorMessage(error));
            }
        }
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint WriteTo(int descriptor, in byte buffer, nuint count);
}

/// <summary>Standard output or standard error cannot be written: no other failure of input or output is one of these.</summary>
internal sealed class OutputFailedException(string message) : IOException(message);

/// <summary>Who read the output has had enough: no fault, but no reason to go on.</summary>
internal sealed class ClosedOutputException : IOException;
