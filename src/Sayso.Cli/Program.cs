using System.Runtime.InteropServices;
using Sayso.Cli;
using Sayso.Cli.Terminals;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var terminal = Terminal.OfProcess();
using var composition = new Composition(terminal, Installation.OfProcess(), TimeProvider.System);
return await CommandLine.RunAsync(composition.Root, args, terminal, stop.Token);

// The first time a command ends at its next safe point; the second time the system's own way applies.
void Stop(PosixSignalContext context)
{
    context.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
