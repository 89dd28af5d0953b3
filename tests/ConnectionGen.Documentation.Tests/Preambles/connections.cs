using ConnectionGen.Reports;
