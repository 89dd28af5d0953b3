// what every page may use: a testbed of the types that it shows
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using ConnectionGen;
using ConnectionGen.Cli;
using ConnectionGen.Simulation;
using Microsoft.Extensions.Logging;
using Xunit;

await using var lab = Lab.Load();

[Testbed("lab.yaml")]
public sealed partial class Lab;
