using System.Diagnostics;

namespace Sayso.Storage.Tests.Doubles;

/// <summary>A process of <c>Sayso.Storage.CrashHost</c>; killed at the latest when disposed.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _arrived = new(0);

    public HostProcess(params string[] args)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Sayso.Storage.CrashHost.dll"), .. args])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            },
        };
        _process.OutputDataReceived += (_, e) =>
        {
            if (e.Data is null)
            {
                _ended.SetResult();
                return;
            }

            lock (_lines)
            {
                _lines.Add(e.Data);
            }

            _arrived.Release();
        };
        _process.Start();
        _process.BeginOutputReadLine();
    }

    /// <summary>Waits until it has printed so many lines more; false if that takes too long.</summary>
    public async Task<bool> Lines(int count, CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++)
        {
            if (!await _arrived.WaitAsync(TimeSpan.FromMinutes(2), cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Kills it (SIGKILL: it learns nothing of it) and gives all whole lines that it printed.</summary>
    public async Task<IReadOnlyList<string>> Kill()
    {
        _process.Kill();
        return await End();
    }

    /// <summary>Closes its input, waits for its end and gives all whole lines that it printed.</summary>
    public async Task<IReadOnlyList<string>> End()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        await _ended.Task;
        lock (_lines)
        {
            return [.. _lines];
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        _arrived.Dispose();
    }
}
