using System.Runtime.InteropServices;

namespace Sayso.Cli.Exports;

/// <summary>What kind of thing a path leads to.</summary>
internal enum FileKind
{
    /// <summary>Nothing is there.</summary>
    None,

    /// <summary>A file with content of its own, which writing would replace.</summary>
    Regular,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A device, a pipe, a socket: what is written to it goes elsewhere.</summary>
    Stream,
}

/// <summary>
/// Which file a path leads to, links followed: two paths lead to one file where device and number are the same (statx(2)).
/// Beside Linux, only kinds are known, and every file counts as regular.
/// </summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Device">The device that it is on.</param>
/// <param name="Number">Its number there; 0 where it is not known.</param>
internal readonly partial record struct FileIdentity(FileKind Kind, ulong Device, ulong Number)
{
    private const int CurrentFolder = -100;
    private const uint TypeAndNumber = 0x1 | 0x100;
    private const int ModeAt = 28;
    private const int NumberAt = 32;
    private const int DeviceAt = 136;
    private const int TypeMask = 0xF000;
    private const int FolderType = 0x4000;
    private const int RegularType = 0x8000;
    private const int MostLinks = 40;

    /// <summary>Looks at a path.</summary>
    public static FileIdentity Of(string path)
    {
        try
        {
            return OperatingSystem.IsLinux() ? Seen(path) : Guessed(path);
        }
        catch (EntryPointNotFoundException)
        {
            // A C library from before 2018.
            return Guessed(path);
        }
    }

    /// <summary>Whether both are one file that is there.</summary>
    public bool IsSame(FileIdentity other) => Number != 0 && this == other;

    /// <summary>The full path without links in it, whether anything is at its end or not.</summary>
    /// <exception cref="IOException">Links go round in a circle, or more follow one another than the system follows.</exception>
    public static string RealPath(string path)
    {
        var (real, links) = (Path.GetPathRoot(Path.GetFullPath(path))!, 0);
        var parts = new Stack<string>(Parts(Path.GetFullPath(path)));
        while (parts.TryPop(out var part))
        {
            var next = part == ".." ? Path.GetDirectoryName(real) ?? real : Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks)
            {
                throw new IOException("Too many links lead from one to the next.");
            }

            real = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : real;
            foreach (var within in Parts(target))
            {
                parts.Push(within);
            }
        }

        return real;
    }

    private static FileIdentity Seen(string path)
    {
        Span<byte> found = stackalloc byte[256];
        if (Look(CurrentFolder, path, 0, TypeAndNumber, ref MemoryMarshal.GetReference(found)) != 0)
        {
            return default;
        }

        var type = BitConverter.ToUInt16(found[ModeAt..]) & TypeMask;
        return new FileIdentity(
            type switch { FolderType => FileKind.Folder, RegularType => FileKind.Regular, _ => FileKind.Stream },
            BitConverter.ToUInt64(found[DeviceAt..]),
            BitConverter.ToUInt64(found[NumberAt..]));
    }

    private static FileIdentity Guessed(string path) =>
        new(Directory.Exists(path) ? FileKind.Folder : File.Exists(path) ? FileKind.Regular : FileKind.None, 0, 0);

    /// <summary>The names of a path below its root, the last first.</summary>
    private static IEnumerable<string> Parts(string path) =>
        path[Path.GetPathRoot(path)!.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part != ".").Reverse();

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Look(int folder, string path, int flags, uint wanted, ref byte found);
}
