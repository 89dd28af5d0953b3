namespace ConnectionGen.Tests.Testbeds.Values;

public sealed class ExtendsTests
{
    [Fact]
    public async Task A_loaded_file_stands_above_the_one_that_it_extends()
    {
        var folder = Directory.CreateTempSubdirectory("testbed");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "base.yaml"), "devices:\n  r1:\n    os: ios\n    connections: {mgmt: {ip: 10.0.0.1}}\n", TestContext.Current.CancellationToken);
            var file = Path.Combine(folder.FullName, "lab.yaml");
            await File.WriteAllTextAsync(file, "extends: base.yaml\ndevices: {r1: {os: iosxe}}\n", TestContext.Current.CancellationToken);

            await using var testbed = Testbed.Load(file);

            var device = testbed.Devices["r1"].Description;
            Assert.Equal(("iosxe", "10.0.0.1"), (device.Os, device.Paths["mgmt"].Host));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    [Behaviour("MK-08", "MK-15", "MK-21")]
    public async Task Blocks_of_other_files_stand_where_they_are_included()
    {
        var folder = Directory.CreateTempSubdirectory("testbed");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "r1.yaml"), "os: ios\nconnections: {mgmt: {ip: 10.0.0.1}}\n", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "base.yaml"), "testbed: {custom: {vlans: [10]}}\n", TestContext.Current.CancellationToken);
            var file = Path.Combine(folder.FullName, "lab.yaml");
            await File.WriteAllTextAsync(file, "extends: base.yaml\ntestbed: {custom: {\"%EXTEND_LIST{vlans}\": [20]}}\ndevices:\n  r1: \"%INCLUDE{r1.yaml}\"\n  r2: {custom: {vlans: \"%{testbed.custom.vlans}\"}}\n", TestContext.Current.CancellationToken);

            await using var testbed = Testbed.Load(file);

            Assert.Equal("10.0.0.1", testbed.Devices["r1"].Description.Paths["mgmt"].Host);
            Assert.Equal(["10", "20"], MarkupTexts.CustomTexts(testbed.Devices["r2"].Description, "vlans"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
