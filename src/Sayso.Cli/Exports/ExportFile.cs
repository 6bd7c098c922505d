using Sayso.Cli.Terminals;
using Sayso.Core.Errors;

namespace Sayso.Cli.Exports;

/// <summary>
/// Where an export goes: standard output; a file that appears, whole, when all is written; or what is no file of its own
/// (a device, a pipe), which is written to as it is. An export that fails or is stopped leaves an older file of that name
/// as it was.
/// </summary>
internal sealed class ExportFile : IDisposable
{
    /// <summary>The name of standard output.</summary>
    public const string StandardOutput = "-";

    private static readonly string[] _standardOutputs = [StandardOutput, "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

    private readonly ExportTarget _target;
    private readonly string? _path;
    private readonly string? _unfinished;
    private readonly FileStream? _file;
    private readonly Action<ReadOnlyMemory<byte>> _write;

    private ExportFile(ExportTarget target, Terminal terminal)
    {
        _target = target;
        if (IsStandardOutput(target.Path))
        {
            _write = terminal.WriteBytes;
            return;
        }

        _write = bytes => Guarded(() => _file!.Write(bytes.Span));
        (_path, _unfinished, _file) = Guarded(() => Open(target));
    }

    /// <summary>Whether a path, or none, means standard output.</summary>
    public static bool IsStandardOutput(string? path) => path is null || _standardOutputs.Contains(path);

    /// <summary>Opens it.</summary>
    /// <exception cref="SaysoException">
    /// It is part of the ledger, a folder, or a file that is there and is not to be replaced; or it cannot be written (<c>SAY4003</c>).
    /// </exception>
    public static ExportFile Open(ExportTarget target, Terminal terminal) => new(target, terminal);

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
                if (_unfinished is not null)
                {
                    File.Move(_unfinished, _path!, _target.Replaces);
                }
            });
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _file?.Dispose();
        }
        catch (IOException)
        {
            // What it still held could not be written, and whoever wrote it knows.
        }

        if (_unfinished is not null)
        {
            File.Delete(_unfinished);
        }
    }

    private static (string Path, string? Unfinished, FileStream File) Open(ExportTarget target)
    {
        var path = target.Path!;
        var there = FileIdentity.Of(path);
        if (there.Kind == FileKind.Stream)
        {
            return (path, null, new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 1 << 16));
        }

        if (there.Kind == FileKind.Folder)
        {
            throw new SaysoException(ProblemCodes.OutputFailed, $"{path} is a folder. Name a file with --output.");
        }

        // A link stays a link: what it leads to is written.
        var real = FileIdentity.RealPath(path);
        if (target.IsOfLedger(real, there))
        {
            throw new SaysoException(ProblemCodes.OutputFailed, $"{path} is the ledger itself, or a part of it. Choose another place with --output.");
        }

        if (there.Kind == FileKind.Regular && !target.Replaces)
        {
            throw new SaysoException(ProblemCodes.OutputFailed, $"{path} is there already. --force replaces it; or choose another place with --output.");
        }

        var unfinished = $"{real}.{Environment.ProcessId}.part";
        return (real, unfinished, new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16));
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
            throw new SaysoException(ProblemCodes.OutputFailed, $"{_target.Path} cannot be written: {e.Message} Choose another place with --output.", e);
        }
    }
}

/// <summary>Where an export is to go.</summary>
/// <param name="Path">A path; <c>null</c> for standard output.</param>
/// <param name="Ledger">The ledger that it comes from.</param>
/// <param name="Replaces">Whether a file that is there may be replaced; the ledger never is.</param>
internal sealed record ExportTarget(string? Path, string Ledger, bool Replaces)
{
    /// <summary>Whether a file is the ledger or one of those that lie beside it while it is open.</summary>
    /// <param name="real">The file's path without links.</param>
    /// <param name="there">What is there.</param>
    public bool IsOfLedger(string real, FileIdentity there)
    {
        var ledger = FileIdentity.RealPath(Ledger);
        return new[] { string.Empty, "-wal", "-shm", "-journal", "-access", "-access-wal", "-access-shm" }.Any(end => real == ledger + end || there.IsSame(FileIdentity.Of(ledger + end)));
    }
}
