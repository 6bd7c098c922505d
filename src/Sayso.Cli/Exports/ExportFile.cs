using Sayso.Cli.Terminals;
using Sayso.Core.Errors;

namespace Sayso.Cli.Exports;

/// <summary>
/// Where an export goes: standard output, or a file that appears, whole, when all is written. An export that fails or
/// is stopped leaves an older file of that name as it was.
/// </summary>
internal sealed class ExportFile : IDisposable
{
    private readonly string? _path;
    private readonly string? _unfinished;
    private readonly Action<ReadOnlyMemory<byte>> _write;
    private readonly FileStream? _file;

    private ExportFile(Terminal terminal) => _write = terminal.WriteBytes;

    private ExportFile(string path)
    {
        _path = path;
        _unfinished = $"{path}.{Environment.ProcessId}.part";
        _file = Guarded(() => new FileStream(_unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16));
        _write = bytes => Guarded(() => _file.Write(bytes.Span));
    }

    /// <summary>Opens a file, or standard output for <c>null</c>.</summary>
    public static ExportFile Open(string? path, Terminal terminal) => path is null ? new ExportFile(terminal) : new ExportFile(path);

    /// <summary>Writes bytes.</summary>
    public void Write(ReadOnlyMemory<byte> bytes) => _write(bytes);

    /// <summary>Gives the file its name.</summary>
    public void Finish()
    {
        if (_file is not null)
        {
            Guarded(() =>
            {
                _file.Dispose();
                File.Move(_unfinished!, _path!, overwrite: true);
            });
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_file is not null)
        {
            _file.Dispose();
            File.Delete(_unfinished!);
        }
    }

    private void Guarded(Action write) => Guarded(() =>
    {
        write();
        return true;
    });

    private T Guarded<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SaysoException(ProblemCodes.OutputFailed, $"{_path} cannot be written: {e.Message} Choose another place with --output.", e);
        }
    }
}
