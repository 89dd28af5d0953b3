using ConnectionGen.Reports;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Tool;

/// <summary>A testbed as two tables: devices with their paths, and links.</summary>
internal static class TestbedTables
{
    public static async Task WriteAsync(TestbedDocument document, TopologyPicture picture, Screen screen)
    {
        await screen.Output.WriteLineAsync($"{document.Name}: {Counted.Of(document.Devices.Count, "device")}, {Counted.Of(picture.Links.Count, "link")}");
        await screen.Output.WriteLineAsync();
        await Devices(document).WriteAsync(screen.Output, screen.Width);
        if (picture.Links.Count == 0)
            return;

        await screen.Output.WriteLineAsync();
        var links = new Columns("LINK", "ENDS");
        foreach (var link in picture.Links)
            links.Add(link.Name, string.Join(", ", link.Ends));

        await links.WriteAsync(screen.Output, screen.Width);
    }

    private static Columns Devices(TestbedDocument document)
    {
        var columns = new Columns("DEVICE", "TYPE", "OS", "PATH", "PROTOCOL", "ADDRESS");
        foreach (var device in document.Devices)
        {
            var (type, os) = (device.Body.Text("type") ?? "", device.Body.Text("os") ?? "");
            if (device.Paths.Count == 0)
                columns.Add(device.Name, type, os, "", "", "");

            foreach (var path in device.Paths)
                columns.Add(device.Name, type, os, PathText.IsDefault(device, path) ? $"{path.Name} *" : path.Name, path.Body.Text("protocol") ?? "", PathText.Address(path));
        }

        return columns;
    }
}
