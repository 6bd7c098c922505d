using Sayso.Targets;

var targets = new TargetGraph
{
    ["format"] = new("Checks the formatting; `format --write` mends it.", [], Formatting.Run),
    ["compile"] = new("Builds everything, Release.", [], _ => Shell.Run("dotnet", "build", "Sayso.slnx", "-c", "Release", "-nologo", "-v", "quiet", "--tl:off")),
    ["test"] = new("Builds and runs every test; prints `N passed, N failed`.", ["compile"], _ => TestRun.Run(fast: false)),
    ["fast"] = new("Runs the tests that need no model, process or corpus.", ["compile"], _ => TestRun.Run(fast: true)),
    ["bench"] = new("Measures speed, as ratios within one run.", [], args => Shell.Run("dotnet", ["run", "--project", "bench/Sayso.Bench", "-c", "Release", "--", .. args])),
    ["publish"] = new("Writes a self-contained program for linux-x64 to artifacts/publish.", [], _ => Publishing.Run()),
    ["train"] = new("Trains a model: `train attribution`.", [], args => Shell.Run("bash", ["training/train.sh", .. args])),
    ["docs"] = new("Writes the generated pages of docs/ anew.", ["compile"], _ => Shell.Run("./sayso", "docs", "docs")),
};
return targets.Run(args);
