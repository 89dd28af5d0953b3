namespace ConnectionGen.RealDevices.Tests;

/// <summary>The lab of routers and Linux hosts, described by its own testbed file; tests are skipped where it is not up.</summary>
internal static class RealLab
{
    /// <summary>The testbed file: what LAB_TESTBED names, or <c>shared/lab/testbed.yaml</c> beside a folder above this one.</summary>
    private static string? File => Environment.GetEnvironmentVariable("LAB_TESTBED") ?? FindAbove(Path.Combine("shared", "lab", "testbed.yaml"));

    /// <summary>True where a lab is up.</summary>
    public static bool IsUp => Environment.GetEnvironmentVariable("LAB_DIR") is { Length: > 0 } && File is not null;

    /// <summary>Loads the lab's testbed; new host keys go into a file of its own.</summary>
    public static Testbed Load(string knownHostsFile, HostKeyPolicy hostKeys = HostKeyPolicy.AcceptNew) =>
        Testbed.Load(FileOrSkip(), new TestbedOptions { HostKeys = hostKeys, KnownHostsFile = knownHostsFile });

    /// <summary>The lab's testbed file; where no lab is up, the test that asks is skipped.</summary>
    public static string FileOrSkip()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("LAB_DIR") is { Length: > 0 }, "No lab is up: LAB_DIR is not set (lab.sh up; eval \"$(lab.sh env)\").");
        var file = File;
        Assert.SkipWhen(file is null, "The lab's testbed.yaml was not found: LAB_TESTBED names it.");
        return file;
    }

    private static string? FindAbove(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, relative);
            if (System.IO.File.Exists(file))
                return file;
        }

        return null;
    }
}
