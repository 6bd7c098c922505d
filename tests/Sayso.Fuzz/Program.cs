using System.Globalization;
using Sayso.Fuzz;

// ./build fuzz: every target in turn, so many seconds each.
//   Sayso.Fuzz list                                  names the targets
//   Sayso.Fuzz run TARGET SECONDS FOLDER DATA        fuzzes one; FOLDER keeps its corpus, findings and log
//   Sayso.Fuzz try TARGET FILE…                      runs inputs once each
FuzzLoop.Prepare();
switch (args)
{
    case ["list"]:
        foreach (var name in FuzzTargets.All.Keys)
        {
            Console.WriteLine(name);
        }

        return 0;
    case ["run", var name, var seconds, var folder, var data] when FuzzTargets.All.TryGetValue(name, out var target):
        return new FuzzLoop(target, Path.Combine(folder, name)).Run(
            Seeds.Of(target, data), TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)));
    case ["try", var name, .. var files] when FuzzTargets.All.TryGetValue(name, out var target):
        foreach (var file in files)
        {
            target.Run(File.ReadAllBytes(file));
            Console.WriteLine($"{file}: nothing wrong");
        }

        return 0;
    default:
        Console.Error.WriteLine("usage: Sayso.Fuzz list | run TARGET SECONDS FOLDER DATA | try TARGET FILE…");
        return 2;
}
