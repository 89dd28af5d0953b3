using System.Runtime.CompilerServices;
using ConnectionGen.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// a host runs until it is told to stop: here, as soon as its service has printed something
static class Stop
{
    [ModuleInitializer]
    internal static void WhenPrinted() => Console.SetOut(new Printed(Console.Out));

    private sealed class Printed(TextWriter output) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            output.WriteLine(value);
            if (value == "12:00:00")
                System.Diagnostics.Process.Start("kill", $"-TERM {Environment.ProcessId}");
        }
    }
}
